//! What a brand adds to pages: name and logo at their head, accent in their style, footer and contact at their foot.

use serde::Serialize;

use super::markdown::{self, Html};
use super::templates::OwnTemplates;
use super::{Entry, Printed, links};
use crate::audit::{Brand, Logo};
use crate::palette;

/// The folder of what belongs to no audit.
pub(crate) const ASSETS: &str = "assets";

/// How high a logo stands at the head of a page, in pixels; style sheets may change it, and keep its ratio.
const HEIGHT: f64 = 28.0;

/// A brand on a page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BrandView {
    name: String,
    logo: Option<LogoView>,
    footer: Option<Html>,
    contact: Option<Html>,
}

/// A logo on a page.
#[derive(Clone, Debug, Serialize)]
struct LogoView {
    src: String,
    width: i64,
    height: i64,
    /// Whether it shows the name itself.
    has_name: bool,
}

impl BrandView {
    /// The brand as the page at `from` shows it; its files lie in `folder`.
    pub(crate) fn new(brand: &Brand, from: &str, folder: &str) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a logo is at most 12 times as wide as it is high")]
        let logo = brand.logo.as_ref().map(|logo| LogoView {
            src: links::between(from, &path(folder, logo)),
            width: (HEIGHT * logo.ratio).round() as i64,
            height: HEIGHT as i64,
            has_name: brand.logo_has_name,
        });
        BrandView {
            name: brand.name.clone(),
            logo,
            footer: brand.footer.as_deref().map(|text| html(text, "brand-footer")),
            contact: brand.contact.as_deref().map(|text| html(text, "brand-contact")),
        }
    }
}

impl BrandView {
    /// The same in a document that holds the logo itself.
    pub(crate) fn holding(mut self, logo: Option<String>) -> Self {
        if let Some((view, address)) = self.logo.as_mut().zip(logo) {
            view.src = address;
        }
        self
    }
}

/// What stands at the foot of a cover, since no foot of a page is printed: how to reach those who audit, and what else they say.
pub(crate) fn on_cover(brand: &Brand) -> Vec<Html> {
    let texts = [(&brand.contact, "cover-contact"), (&brand.footer, "cover-footer")];
    texts.into_iter().filter_map(|(text, prefix)| text.as_deref().map(|text| html(text, prefix))).collect()
}

/// The brand of an audit where it is another than the site's, and so has files of its own.
pub(crate) fn own<'b>(brand: Option<&'b Brand>, common: Option<&Brand>) -> Option<&'b Brand> {
    brand.filter(|brand| common.is_none_or(|common| !std::ptr::eq(*brand, common)))
}

/// A brand's text stands on pages in many folders: it links to addresses, and to nothing of the site.
fn html(text: &str, prefix: &str) -> Html {
    markdown::render(text, &markdown::Setting { prefix, under: 2, resolve: &|_| None })
}

/// Where a logo lies.
pub(crate) fn path(folder: &str, logo: &Logo) -> String {
    format!("{folder}/logo.{}", logo.kind.ending())
}

/// The files of a brand in a folder of the site.
pub(crate) fn print(brand: &Brand, folder: &str) -> Option<Printed> {
    let logo = brand.logo.as_ref()?;
    Some(Printed { path: path(folder, logo), entry: Entry::Bytes(logo.bytes.clone()) })
}

/// The part of a style sheet that puts a brand on its pages.
pub(crate) fn style(brand: &Brand, own: &OwnTemplates) -> String {
    let (accent, pale) = (brand.accent.custom_properties(), palette::get("ink").dark);
    let rules = own.file("assets/brand.css");
    format!(":root{{{accent}--logo-ground:light-dark(transparent,{pale});}}\n{rules}")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::audit::{Brand, Brands};
    use crate::palette::Accent;
    use crate::site::{Design, Press, Site};

    fn brand(text: &str, accent: &str) -> Brand {
        Brand {
            name: text.to_owned(),
            logo: None,
            logo_has_name: false,
            accent: Accent::new(Some(accent), None),
            footer: Some(text.to_owned()),
            contact: Some(text.to_owned()),
        }
    }

    /// The site of the samples, in which one client has a brand with a logo.
    fn site(change: impl FnOnce(Brands) -> Brands) -> Site {
        let checked = crate::check(Path::new("audits"));
        let brands = change(checked.brands.clone());
        let press = Press::designed(&checked.audits, Design { brands: Some(&brands), templates: None }).unwrap();
        let mut site = Site::empty();
        for sheet in press.sheets() {
            site.extend(press.print(sheet).unwrap());
        }
        site
    }

    fn text<'s>(site: &'s Site, path: &str) -> &'s str {
        match site.get(path) {
            Some(crate::site::Entry::Bytes(bytes)) => std::str::from_utf8(bytes).unwrap(),
            _ => panic!("there is no {path}"),
        }
    }

    #[test]
    fn each_audit_shows_its_own_brand_and_the_index_that_of_the_root() {
        let site = site(|brands| brands.with("", brand("Root & Co", "#24507c")));
        let (own, other) = ("lindgren-solar/2026-05", "blue-heron/2026-03");
        let page = text(&site, &format!("{own}/leads/p-01.html"));
        assert!(
            page.contains("<img class=\"logo\" src=\"../logo.svg\"") && page.contains("Harbour Audit Practice</span>"),
            "{page}"
        );
        assert!(page.contains("href=\"mailto:desk@harbour-audit.example\""));
        assert!(!page.contains("Root &amp; Co"));
        assert!(text(&site, &format!("{own}/audit.css")).contains("--accent:light-dark("));
        assert!(
            text(&site, &format!("{own}/print.html")).contains("<p class=\"cover-brand\"><img class=\"logo\" src=\"logo.svg\"")
        );
        assert!(text(&site, &format!("{own}/logo.svg")).starts_with("<svg"));
        for path in ["index.html", "rules/claim-late.html", &format!("{other}/index.html")] {
            assert!(text(&site, path).contains("<span>Root &amp; Co</span>"), "{path}");
        }
        assert!(!text(&site, &format!("{other}/audit.css")).contains("--accent"), "the root's brand is everybody's style");
        assert!(text(&site, "assets/style.css").contains("--accent:light-dark(#24507c,"));
        assert!(text(&site, "assets/icon.svg").contains("#24507c"));
    }

    #[test]
    fn a_single_file_holds_its_brand() {
        let checked = crate::check(Path::new("audits"));
        let design = Design { brands: Some(&checked.brands), templates: None };
        let press = Press::designed(&checked.audits, design).unwrap();
        let at = checked.audits.iter().position(|(audit, _)| audit.id.starts_with("lindgren-solar")).unwrap();
        let mut site = Site::empty();
        site.extend([press.print_single(at, "one.html".to_owned(), &|_, _, _| Ok(None)).unwrap()]);
        let page = text(&site, "one.html");
        // at the head and on the cover
        assert_eq!(page.matches("<img class=\"logo\" src=\"data:image/svg+xml;base64,").count(), 2);
        assert!(page.contains("--accent:light-dark(#2f5f8f,#8fbdea)"));
        assert!(!page.contains("logo.svg\""), "the logo is no file of the audit's");
    }

    #[test]
    fn what_a_brand_says_stays_text() {
        let hostile =
            "\"><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7 * 191 }}[a](javascript:alert(3))[b](../x.html)";
        let site = site(|brands| brands.with("", brand(hostile, "#24507c")));
        for path in ["index.html", "blue-heron/2026-03/print.html"] {
            let page = text(&site, path);
            assert!(page.contains("onerror=alert(1)"), "{path} does not show the brand");
            for bad in ["<img src=x", "<script>", "javascript:alert(3)\"", "1337", "href=\"../x.html"] {
                assert!(!page.contains(bad), "{path} lets {bad:?} through");
            }
        }
    }
}
