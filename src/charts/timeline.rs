//! One lead through the five steps, over opening hours.

use super::canvas::Canvas;
use super::{Chart, Says, Table};
use crate::audit::{Audit, Channel, Lead};
use crate::report::LeadReport;

/// The timeline of one lead.
pub fn lead(_audit: &Audit, _channel: &Channel, lead: &Lead, _report: &LeadReport) -> Chart {
    let says = Says {
        id: format!("timeline-{}", lead.id),
        title: format!("Lead {}", lead.id),
        subtitle: String::new(),
        description: String::new(),
        table: Table::new("Steps", ["step"], Vec::new()),
    };
    says.draw(|form, says| Canvas::new(form).finish(10.0, &says.id, &says.description))
}
