//! The services that there are, one file each.

pub mod apertium;
pub mod apy;
pub mod azure;
pub mod command;
pub mod deepl;
pub mod engine;
pub mod google;
pub mod http;
pub mod libretranslate;
pub mod openai;
pub mod process;
pub mod provider;
pub mod pseudo;
pub mod service;
pub mod settings;

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
pub fn open(
    config: &ProviderConfig,
    root: &Path,
    environment: &Environment<'_>,
) -> Result<Box<dyn Provider>, ProviderError> {
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
