//! The services that there are, one file each.

pub mod apertium;
pub mod apy;
pub mod azure;
pub mod command;
pub mod deepl;
pub mod engine;
pub mod google;
pub mod hints;
pub mod http;
pub mod libretranslate;
pub mod openai;
pub mod preamble;
pub mod process;
pub mod provider;
pub mod pseudo;
pub mod service;
pub mod settings;
mod titles;
pub mod trust;

use std::path::Path;

use handback_core::translate::item::Markup;

use engine::Patience;
use provider::{Limits, Provider, ProviderError};
use service::{Opening, Type};
use settings::ProviderConfig;

/// The types of providers that there are.
pub const TYPES: &[&Type] = &[
    &apertium::TYPE,
    &azure::TYPE,
    &command::TYPE,
    &deepl::TYPE,
    &google::TYPE,
    &libretranslate::TYPE,
    &openai::TYPE,
    &pseudo::TYPE,
];

/// Values of environment variables, which only the program may read.
pub type Environment<'e> = dyn Fn(&str) -> Option<String> + Sync + 'e;

/// Makes a provider ready for work; nothing is sent yet. `root` is the project's folder.
///
/// # Errors
/// What the provider lacks; and what it asks for beyond its usual ways ([`trust`]), unless its user has agreed.
pub fn open(
    config: &ProviderConfig,
    root: &Path,
    environment: &Environment<'_>,
    trusted: bool,
) -> Result<Box<dyn Provider>, ProviderError> {
    let is_set =
        |variable: &str| !variable.is_empty() && environment(variable).is_some_and(|key| !key.trim().is_empty());
    if let Some(demand) = trust::demands_of(config, &is_set).first().filter(|_| !trusted) {
        let message = format!(
            "{demand}, because handback.yaml says so: run `handback trust` once if you trust this project, or say \
             `--trust` in CI"
        );
        return Err(ProviderError::fatal(message));
    }
    config.own.open(&Opening { config, root, environment })
}

/// In what form the provider of a configuration keeps what it must not touch.
pub fn markup(config: &ProviderConfig) -> Markup {
    config.own.markup()
}

/// What one request may hold: what the service takes, unless the configuration says less.
pub fn limits(config: &ProviderConfig, provider: &dyn Provider) -> Limits {
    let own = provider.limits();
    let common = &config.common;
    Limits {
        texts: common.texts.unwrap_or(own.texts),
        characters: common.characters.unwrap_or(own.characters),
        bytes: own.bytes,
        concurrency: common.concurrency.unwrap_or(own.concurrency),
    }
}

/// How often requests are sent again.
pub fn patience(config: &ProviderConfig) -> Patience {
    let own = Patience::default();
    let attempts = config.common.retries.map(|retries| retries.saturating_add(1));
    Patience {
        attempts: attempts.unwrap_or(own.attempts),
        attempts_if_busy: attempts.unwrap_or(own.attempts_if_busy),
        ..own
    }
}
