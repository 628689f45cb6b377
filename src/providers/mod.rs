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
pub mod settings;

use std::path::Path;

use handback_core::translate::item::{Markup, Shield};

use engine::Patience;
use provider::{Limits, Provider, ProviderError};
use settings::{MarkupName, ProviderConfig, ProviderKind};

/// Values of environment variables, which only the program may read.
pub type Environment<'e> = dyn Fn(&str) -> Option<String> + Sync + 'e;

/// Makes a provider ready for work; nothing is sent yet. `root` is the project's folder.
pub fn open(
    config: &ProviderConfig,
    root: &Path,
    environment: &Environment<'_>,
) -> Result<Box<dyn Provider>, ProviderError> {
    let key = || needed_key(config, root, environment);
    let config = config.clone();
    Ok(match config.kind {
        ProviderKind::Azure => Box::new(azure::Azure::new(config, key()?)),
        ProviderKind::Command => Box::new(command::Command::new(config, root)),
        ProviderKind::Deepl => Box::new(deepl::DeepL::new(config, key()?)),
        ProviderKind::Google => Box::new(google::Google::new(config, key()?)),
        ProviderKind::Libretranslate => {
            let key = find_key(&config, root, environment)?;
            Box::new(libretranslate::LibreTranslate::new(config, key))
        }
        ProviderKind::Openai => {
            let key = find_key(&config, root, environment)?;
            Box::new(openai::OpenAi::new(config, key))
        }
        ProviderKind::Pseudo => Box::new(pseudo::Pseudo),
        ProviderKind::Apertium => match config.raw.url.clone() {
            Some(url) => Box::new(apy::Apy::new(config, &url)),
            None => Box::new(apertium::Apertium::new(config, root)),
        },
    })
}

/// In what form the provider of a configuration keeps what it must not touch.
pub fn markup(config: &ProviderConfig) -> Markup {
    match config.kind {
        ProviderKind::Azure => Markup::Html(Shield::Class),
        ProviderKind::Google | ProviderKind::Libretranslate => Markup::Html(Shield::Attribute),
        ProviderKind::Deepl | ProviderKind::Openai => Markup::Xml,
        ProviderKind::Apertium | ProviderKind::Pseudo => Markup::Tokens,
        ProviderKind::Command => match config.raw.markup.unwrap_or_default() {
            MarkupName::Tokens => Markup::Tokens,
            MarkupName::Xml => Markup::Xml,
            MarkupName::Html => Markup::Html(Shield::Attribute),
        },
    }
}

/// What one request may hold: what the service takes, unless the configuration says less.
pub fn limits(config: &ProviderConfig, provider: &dyn Provider) -> Limits {
    let own = provider.limits();
    let raw = &config.raw;
    Limits {
        texts: raw.texts.unwrap_or(own.texts),
        characters: raw.characters.unwrap_or(own.characters),
        bytes: own.bytes,
        concurrency: raw.concurrency.unwrap_or(own.concurrency),
    }
}

/// How often requests are sent again.
pub fn patience(config: &ProviderConfig) -> Patience {
    let own = Patience::default();
    let attempts = config.raw.retries.map(|retries| retries.saturating_add(1));
    Patience {
        attempts: attempts.unwrap_or(own.attempts),
        attempts_if_busy: attempts.unwrap_or(own.attempts_if_busy),
        ..own
    }
}

/// The variable that holds the key where the configuration does not say another.
fn usual_variable(kind: ProviderKind) -> &'static str {
    match kind {
        ProviderKind::Azure => "AZURE_TRANSLATOR_KEY",
        ProviderKind::Deepl => "DEEPL_AUTH_KEY",
        ProviderKind::Google => "GOOGLE_ACCESS_TOKEN",
        ProviderKind::Libretranslate => "LIBRETRANSLATE_API_KEY",
        ProviderKind::Openai => "OPENAI_API_KEY",
        ProviderKind::Apertium | ProviderKind::Command | ProviderKind::Pseudo => "",
    }
}

fn find_key(
    config: &ProviderConfig,
    root: &Path,
    environment: &Environment<'_>,
) -> Result<Option<String>, ProviderError> {
    let fail = |message: String| Err(ProviderError::fatal(format!("provider `{}`: {message}", config.name)));
    let key = if let Some(file) = &config.raw.key_file {
        match std::fs::read_to_string(root.join(file)) {
            Ok(key) => Some(key),
            Err(error) => return fail(format!("cannot read the key from {}: {error}", file.display())),
        }
    } else {
        environment(config.raw.key_env.as_deref().unwrap_or(usual_variable(config.kind)))
    };
    let key = key.map(|key| key.trim().to_owned()).filter(|key| !key.is_empty());
    // A key goes into a header, or right into a request.
    if key.as_ref().is_some_and(|key| key.chars().any(|c| c.is_control() || !c.is_ascii())) {
        return fail("the key holds characters that no key has: expected one line".into());
    }
    Ok(key)
}

fn needed_key(config: &ProviderConfig, root: &Path, environment: &Environment<'_>) -> Result<String, ProviderError> {
    find_key(config, root, environment)?.ok_or_else(|| {
        let message = match (&config.raw.key_file, &config.raw.key_env) {
            (Some(file), _) => format!("there is no key in {}", file.display()),
            (None, Some(name)) => format!("no key: set the environment variable {name}"),
            (None, None) => {
                format!("no key: set the environment variable {}, or name a `key_file`", usual_variable(config.kind))
            }
        };
        ProviderError::fatal(format!("provider `{}`: {message}", config.name))
    })
}
