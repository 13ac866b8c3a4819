//! Time to claim or continue, on a log axis.

use super::canvas::Canvas;
use super::{Chart, Says, Table};
use crate::audit::{Audit, Channel};
use crate::framework::Step;
use crate::report::ChannelReport;

/// How long the leads of one channel waited at one step.
pub fn channel(_audit: &Audit, _channel: &Channel, report: &ChannelReport, step: Step) -> Chart {
    let says = Says {
        id: format!("times-{}-{}", step.id(), report.id),
        title: format!("Time to {}", step.name()),
        subtitle: String::new(),
        description: String::new(),
        table: Table::new("Times", ["lead"], Vec::new()),
    };
    says.draw(|form, says| Canvas::new(form).finish(10.0, &says.id, &says.description))
}
