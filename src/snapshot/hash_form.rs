//! In which form of their line ends the sources of a project are hashed.
//!
//! Publishers differ in it, and nothing says it but the hashes that they published. So the form is the one in which most
//! pages have the hash of today's source; where all sources changed since, of the source that git has of then. A project
//! whose pages tell nothing hashes as [`HashForm::Auto`] says.

use std::sync::Arc;

use handback_core::catalog::FileKey;
use handback_core::catalog::locale::LocaleCatalog;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Analysis;
use super::read::{Inputs, SourceText};
use super::say::Say;
use crate::project::{git, hash};
use crate::settings::config::Config;
use crate::settings::hand_off::HashForm;

/// So many pages tell the form of all.
const ASKED: usize = 50;

/// Hashes the sources in the form of the project, where that is another than they were read with. `say` is that of the locales,
/// where these are not in memory.
pub(super) fn settle(config: &Config, inputs: &mut Inputs, say: Option<&Say>) {
    inputs.hash_form = config.hash_form;
    if config.hash_form != HashForm::Auto {
        return;
    }
    let pages = match say {
        Some(say) => said(&inputs.sources, say),
        None => handed_off(&inputs.sources, inputs.locales.iter().map(|locale| &locale.catalog)),
    };
    let form = form(config, &inputs.sources, pages);
    inputs.hash_form = form;
    if form != HashForm::Auto {
        for source in &mut inputs.sources {
            source.hash = hash::source_hash(source.text.as_bytes(), config.hash, form);
        }
    }
}

/// Names the sources in a new reference by their hashes in the form that adopted pages turned out to have.
pub(crate) fn settle_reference(config: &Config, sources: &[SourceText], analysis: &mut Analysis) {
    let catalogs = analysis.locales.iter().map(|locale| &locale.catalog);
    let form = match config.hash_form {
        HashForm::Auto => form(config, sources, handed_off(sources, catalogs)),
        form => form,
    };
    let extraction = Arc::make_mut(&mut analysis.extraction);
    for source in sources {
        if let Some(structure) = extraction.reference.documents.get_mut(&source.name) {
            Arc::make_mut(structure).hash = hash::source_hash(source.text.as_bytes(), config.hash, form);
        }
    }
}

/// A page that was handed off.
struct HandedOff<'c> {
    /// Which source it is of.
    source: usize,
    hash: &'c str,
    commit: Option<&'c str>,
}

fn form(config: &Config, sources: &[SourceText], pages: Vec<HandedOff<'_>>) -> HashForm {
    let text = |page: &HandedOff<'_>| sources[page.source].text.as_bytes();
    let (plain, others): (Vec<_>, Vec<_>) = pages.into_iter().partition(|page| page.hash == sources[page.source].hash);
    let mut votes: Vec<Vec<HashForm>> = others.par_iter().map(|page| hash::forms_of(page.hash, text(page))).collect();
    votes.retain(|forms| !forms.is_empty());
    if votes.is_empty() && (!plain.is_empty() || others.is_empty()) {
        return HashForm::Auto;
    }
    if votes.is_empty() {
        return most(&votes_of_earlier(config, sources, &others));
    }
    votes.par_extend(plain.par_iter().map(|page| hash::forms_of(page.hash, text(page))));
    most(&votes)
}

/// The pages that locales have, each once for every hash that it names.
fn handed_off<'c>(sources: &[SourceText], catalogs: impl Iterator<Item = &'c LocaleCatalog>) -> Vec<HandedOff<'c>> {
    let mut seen = FxHashSet::default();
    let keys: Vec<FileKey> = sources.iter().map(|source| FileKey::Document(source.name.clone())).collect();
    let of_locales = catalogs.flat_map(|catalog| {
        keys.iter().enumerate().filter_map(|(source, key)| {
            let document = catalog.files.get(key)?.state.document.as_ref()?;
            Some(HandedOff { source, hash: &document.hash, commit: document.commit.as_deref() })
        })
    });
    of_locales.filter(|page| seen.insert((page.source, page.hash))).collect()
}

/// The same as the locales said it.
fn said<'c>(sources: &[SourceText], say: &'c Say) -> Vec<HandedOff<'c>> {
    let of = |page: &'c super::say::HandedOff| {
        let name = page.key.document()?;
        let source = sources.binary_search_by(|source| source.name.cmp(name)).ok()?;
        Some(HandedOff { source, hash: &page.hash, commit: page.commit.as_deref() })
    };
    say.handed_off.iter().filter_map(of).collect()
}

/// The forms of pages whose source changed since: git may have the one that they were made from.
fn votes_of_earlier(config: &Config, sources: &[SourceText], pages: &[HandedOff<'_>]) -> Vec<Vec<HashForm>> {
    let asked: Vec<(&HandedOff<'_>, String)> = pages
        .iter()
        .filter_map(|page| {
            let path = sources[page.source].source.path.strip_prefix(&config.root).ok()?;
            Some((page, path.to_str()?.replace('\\', "/")))
        })
        .take(ASKED)
        .collect();
    let at = |commit: &str| asked.iter().map(|(_, path)| format!("{commit}:./{path}")).collect::<Vec<_>>();
    let then = asked.iter().map(|(page, path)| format!("{}:./{path}", page.commit.unwrap_or("HEAD")));
    let names: Vec<String> = then.chain(at("HEAD")).collect();
    let texts = git::blobs(&config.root, &names).unwrap_or_default();
    let pages = asked.iter().chain(&asked);
    let votes = pages.zip(texts).map(|((page, _), text)| hash::forms_of(page.hash, &text.unwrap_or_default()));
    votes.filter(|forms| !forms.is_empty()).collect()
}

/// The form that fits most pages; of several the first.
fn most(votes: &[Vec<HashForm>]) -> HashForm {
    let count = |form: HashForm| votes.iter().filter(|forms| forms.contains(&form)).count();
    HashForm::ALL.into_iter().rev().max_by_key(|form| count(*form)).unwrap_or(HashForm::Auto)
}

#[cfg(test)]
mod tests {
    use super::*;
    use HashForm::{Auto, Crlf, Lf, Raw};

    #[test]
    fn the_form_that_fits_most_pages_is_that_of_all() {
        assert_eq!(most(&[]), Auto);
        assert_eq!(most(&[vec![Auto, Crlf], vec![Auto, Raw]]), Auto);
        assert_eq!(most(&[vec![Raw, Lf], vec![Raw, Lf], vec![Auto, Raw]]), Raw);
        assert_eq!(most(&[vec![Lf], vec![Raw, Lf]]), Lf);
    }
}
