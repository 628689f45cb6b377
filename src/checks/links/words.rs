//! Faults in words.

use handback_core::render::options::Anchors;
use handback_core::text::count::counted;
use handback_core::text::flavor::Flavor;

use super::Links;
use super::aim::{Kind, kind};
use super::gather::Uses;
use super::source::Fault;
use super::world::{How, Missing};
use crate::checks::finding::Finding;
use crate::settings::code::Code;

/// A fault of a page; `locale` is that of the page, if it is a localized one.
pub fn fault(links: &Links<'_>, target: &str, fault: &Fault, locale: Option<&str>) -> Finding {
    match (fault, locale) {
        (Fault::Missing(missing), _) => self::missing(target, missing),
        (Fault::Anchor { page, fragment }, _) => anchor(links, target, *page, fragment, locale),
        (Fault::Locale(named), Some(locale)) => {
            let message = format!("`{target}` on a {locale} page names the locale `{named}`");
            let fix = format!("let the address name no locale, or {locale}");
            Finding::new(Code::ForeignLocaleLink, message, fix)
        }
        (Fault::Locale(named), None) => addresses(target, named, false, 1),
    }
}

/// Something that is not there.
pub fn missing(target: &str, missing: &Missing) -> Finding {
    let path = &missing.path;
    let code = if kind(path) == Kind::Image { Code::MissingImage } else { Code::BrokenLink };
    let (message, fix) = match &missing.how {
        How::Misspelt(written) => (
            format!("`{target}` leads to {written} only where case does not matter"),
            "write the destination in the letters of the file",
        ),
        How::Absent if code == Code::MissingImage => {
            (format!("the image {path} is not there"), "add the image, or correct the path")
        }
        How::Absent => (format!("`{target}` leads to {path}, which is not there"), "correct the link, or add the file"),
    };
    let mut finding = Finding::new(code, message, fix);
    finding.target = Some(path.as_str().into());
    finding
}

fn anchor(links: &Links<'_>, target: &str, page: usize, fragment: &str, locale: Option<&str>) -> Finding {
    let shown = links.world.shown(page);
    let anchors = links.world.anchors(page).map(|anchors| &anchors.source);
    let near = anchors.and_then(|anchors| anchors.keys().find(|name| name.eq_ignore_ascii_case(fragment)));
    let is_in_source = anchors.is_some_and(|anchors| anchors.contains_key(fragment));
    let (message, fix) = match (locale.filter(|_| is_in_source), near) {
        (Some(locale), _) => (
            format!("`{target}`: the {locale} page of {shown} has no anchor `{fragment}`, as the source has"),
            fix_of_lost_anchor(links, page, fragment),
        ),
        (None, Some(near)) => (
            format!("`{target}`: the anchor in {shown} is written `{near}`"),
            format!("write `#{near}`: browsers mind the case"),
        ),
        (None, None) => (
            format!("`{target}`: no heading or anchor of {shown} is called `{fragment}`"),
            "correct the link, or give the place that it means an anchor".to_owned(),
        ),
    };
    let mut finding = Finding::new(Code::BrokenAnchor, message, fix);
    finding.target = Some(shown.into());
    finding
}

fn fix_of_lost_anchor(links: &Links<'_>, page: usize, fragment: &str) -> String {
    let document = links.snapshot.page(page).document();
    let number = fragment.rsplit_once('-').filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()));
    let repeats = number.is_some_and(|(slug, _)| document.headings.iter().any(|heading| heading.slug == slug));
    match links.snapshot.config.anchors {
        Anchors::Plain if repeats => {
            "`anchors: numbered` in handback.yaml numbers headings that repeat, as the source page has them".to_owned()
        }
        Anchors::None => {
            let way = if links.snapshot.config.parse.constructs.flavor == Flavor::Docfx { "true" } else { "ids" };
            format!(
                "give the heading an id in the source (`{{#{fragment}}}`), or set `anchors: {way}` in handback.yaml"
            )
        }
        _ => format!("keep the anchor `{fragment}` in the translation"),
    }
}

/// A file of a localized page that is only beside the source.
pub fn only_beside_source(at: &str, beside: &str, uses: &Uses) -> Finding {
    let (code, what) = match kind(at) {
        Kind::Image => (Code::MissingImage, "the image "),
        _ => (Code::BrokenLink, ""),
    };
    let message = format!("{what}{at} is not there, only {beside} of the sources{}", on_pages(uses.pages));
    let fix = match kind(at) {
        Kind::Document => "localize it too, or link to where readers of the locale find it".to_owned(),
        _ => format!("copy {beside} there, or let `sync` do so: `images: copy` in handback.yaml"),
    };
    let mut finding = Finding::new(code, message, fix);
    finding.target = Some(beside.into());
    finding
}

/// Addresses of a source page to one site, the first of them in full; `is_own`: they name the source locale.
pub fn addresses(first: &str, named: &str, is_own: bool, count: usize) -> Finding {
    let readers = if is_own { ", and leads readers of other locales there too" } else { "" };
    let mut message = format!("`{first}` names the locale `{named}`{readers}");
    if count > 1 {
        message += &format!("; {} to {} on this page do so", counted(count, "link"), site(first));
    }
    let fix = "leave the locale out of the address, or give the translations an address of their own";
    Finding::new(Code::ForeignLocaleLink, message, fix)
}

/// The scheme and host of an address; of one from the root of its own site, only that.
pub fn site(address: &str) -> &str {
    let Some(host) = address.find("//").map(|at| at + 2) else { return "this site" };
    let len = address[host..].find('/').unwrap_or(address.len() - host);
    &address[..host + len]
}

/// Where more than one page is concerned.
pub fn on_pages(pages: usize) -> String {
    if pages > 1 { format!(" (on {pages} pages)") } else { String::new() }
}
