//! The record of `brand.yml`.

use crate::audit::values::*;

record! {
    /// Whose report it is: name, logo, colour and address of those who audit. The file lies beside an `audit.yml`, in a client's folder or
    /// at the root of the audits; for each audit the nearest one upward holds, as a whole. The root's holds for the list of audits and the
    /// pages of the rules.
    BrandFile "a brand" "…" {
        /// The name at the head of every page.
        required name "name": Text, like "Harbour Audit Practice";
        /// The logo beside the name: an SVG or PNG file, from the folder of `brand.yml` on. On dark pages it stands on a pale ground.
        optional logo "logo": LogoPath;
        /// Whether the logo itself shows the name: then the name does not stand beside it.
        optional logo_has_name "logo_has_name": Truth, default "false";
        /// The colour of links, marks and headlines on light pages and on paper; made of `accent_dark` where it is left out.
        optional accent "accent": AccentOnLight;
        /// The same on dark pages; made of `accent` where it is left out.
        optional accent_dark "accent_dark": AccentOnDark;
        /// A line at the foot of every page (Markdown).
        optional footer "footer": Contact, like "Confidential. Made for the client named above.";
        /// How to reach those who audit: at the foot of every page and on the cover (Markdown). The address is your own, so an e-mail
        /// address and a phone number may stand here, and in `footer`.
        optional contact "contact": Contact;
    }
}
