//! Step 6: renders documents of a locale.

use std::sync::Arc;

use handback_core::catalog::FileKey;
use handback_core::render::notice::Notice;
use handback_core::render::{self, RenderOptions, Rendered};
use rayon::prelude::*;

use super::front_matter::FrontMatter;
use super::links::Links;
use crate::settings::config::Config;
use crate::snapshot::{LocaleView, PageView};

/// Step 6 for one locale: renders documents in scope, and hands each to `take`.
pub fn render<'s>(locale: LocaleView<'s>, pages: &[PageView<'s>], take: impl Fn(PageView<'s>, Rendered) + Sync) {
    render_with(locale, pages, &render_options(locale.snapshot.config, locale.name()), take);
}

/// The same with other options than those of the configuration.
pub fn render_with<'s>(
    locale: LocaleView<'s>,
    pages: &[PageView<'s>],
    options: &RenderOptions,
    take: impl Fn(PageView<'s>, Rendered) + Sync,
) {
    let snapshot = locale.snapshot;
    let formatters = locale.formatters();
    let links = Links::of_pages(locale);
    let front_matter = FrontMatter::of(snapshot.config, locale.name());
    let without_shared = locale.is_unusable(&FileKey::Shared);
    pages.par_iter().for_each(|page| {
        let key = page.key();
        if without_shared || locale.is_unusable(&key) {
            return;
        }
        let file = locale.own().catalog.files.get(&key);
        let hand_off = file.and_then(|file| file.state.document.as_ref());
        let mut rendered = render::render(page.subject(), snapshot.reference(), &formatters, hand_off, options);
        let said = rendered.notice.as_ref();
        let noticed = |text| front_matter.noticed(front_matter.localized(page.source(), text, hand_off), said);
        let before = if front_matter.leaves(hand_off) { None } else { rendered.text.clone() };
        rendered.text = rendered.text.map(noticed);
        if before.is_some() && before != rendered.text {
            rendered.places = None;
        }
        if let Some(localized) = rendered.text.as_deref().and_then(|text| links.localized(page.source(), text)) {
            rendered.plain = rendered.text.replace(localized);
        }
        let problems = rendered.text.as_ref().map(|text| front_matter.problems(page.source(), text));
        rendered.problems.extend(problems.unwrap_or_default());
        take(*page, rendered);
    });
}

/// How the configuration wants the documents of a locale rendered.
pub fn render_options(config: &Config, locale: &str) -> RenderOptions {
    let locale = config.locale_called(locale);
    let source_language = config.source_locale.split('-').next().unwrap_or_default().to_owned();
    let place = config.notice_in(&locale).place(config.parse.constructs.flavor);
    RenderOptions {
        anchors: config.anchors,
        metadata: config.metadata,
        newline: config.newline,
        on_stale: config.on_stale,
        on_missing: config.on_missing,
        on_machine: config.on_machine_in(&locale),
        side_by_side: false,
        notice: place.map(|place| Arc::new(Notice { place, source_language })),
    }
}
