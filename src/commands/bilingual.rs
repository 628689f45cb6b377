//! Pages to read in both languages, one file a page: `handback render --side-by-side --format html`.

use std::path::Path;
use std::sync::Mutex;

use rayon::prelude::*;

use crate::pages::write::in_folder;
use crate::problem::{FileError, Problems};
use crate::project::write::Writer;
use crate::settings::config::Config;
use crate::snapshot::read::check_locales;
use crate::snapshot::{self, LocaleView, PageView, Scope, Snapshot};

/// What became of the pages.
#[derive(Debug, Default)]
pub struct Written {
    pub pages: usize,
    /// Those that were not there yet as they are now.
    pub changed: usize,
    pub problems: Problems,
}

/// Writes a file for each document and locale of a scope into a folder, with what `page` makes of it.
pub fn write(
    config: &Config,
    scope: &Scope,
    folder: &Path,
    dry_run: bool,
    page: &(dyn Fn(LocaleView<'_>, PageView<'_>) -> String + Sync),
) -> Result<Written, FileError> {
    check_locales(config, scope)?;
    let mut inputs = snapshot::read(config, scope, &mut |_| ())?;
    let mut written = Written { problems: inputs.all_errors().collect(), ..Written::default() };
    let locales = inputs.take_locales();
    let snapshot = Snapshot::of(config, &inputs, locales, scope.today);
    let writer = Writer::new(dry_run);
    let views: Vec<LocaleView<'_>> = snapshot.locales_in(scope).collect();
    let failed: Mutex<Vec<FileError>> = Mutex::default();
    for locale in &views {
        let pages: Vec<PageView<'_>> = snapshot.pages().filter(|page| !locale.is_unusable(&page.key())).collect();
        written.pages += pages.len();
        pages.par_iter().for_each(|view| {
            let path = in_folder(folder, locale.name(), &format!("{}.html", view.name()), views.len() > 1);
            if let Err(error) = writer.put(&path, page(*locale, *view).as_bytes()) {
                failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(error);
            }
        });
    }
    let mut failed = failed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    failed.sort_by(|a, b| a.path.cmp(&b.path));
    written.problems.extend(failed);
    written.changed = writer.finish().0.len();
    Ok(written)
}
