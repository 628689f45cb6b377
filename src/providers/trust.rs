//! What a configuration asks of the machine it is used on. A configuration comes with the documents, from whoever may
//! change these; so programs are run, and keys are sent to addresses of its choice, only where its user has agreed.

use handback_core::text::fingerprint::{Fingerprint, fingerprint};

use super::settings::{ProviderConfig, Translate};

/// What the providers of a configuration would run, read or send, in words; empty if they ask for nothing that needs
/// trust.
pub fn demands(translate: &Translate) -> Vec<String> {
    translate.providers().flat_map(|config| demands_of(config, &|variable| !variable.is_empty())).collect()
}

/// What identifies these demands: another program, file, variable or address is not covered by what was agreed to.
pub fn fingerprint_of(translate: &Translate) -> Fingerprint {
    let of_provider = |config: &ProviderConfig| format!("{:?} {:?} {:?}", config.kind, config.address, config.own);
    let all: Vec<String> = translate
        .providers()
        .filter(|config| !demands_of(config, &|variable| !variable.is_empty()).is_empty())
        .map(of_provider)
        .collect();
    fingerprint(&all.join("\n"))
}

/// What one provider asks for. `is_set` tells whether a variable has a value: without a key nothing is given away.
pub fn demands_of(config: &ProviderConfig, is_set: &dyn Fn(&str) -> bool) -> Vec<String> {
    let (name, address) = (&config.name, &config.address);
    let mut demands: Vec<String> =
        config.own.programs().into_iter().map(|program| format!("provider `{name}` runs {program}")).collect();
    let to = address.url.as_deref().map_or_else(|| "its service".to_owned(), |url| format!("`{url}`"));
    if let Some(file) = &address.key_file {
        demands.push(format!("provider `{name}` sends what is in the file `{}` to {to}", file.display()));
    } else if let Some(variable) = &address.key_env {
        demands.push(format!("provider `{name}` sends the environment variable `{variable}` to {to}"));
    } else if address.url.is_some() && is_set(config.kind.usual_variable()) {
        let variable = config.kind.usual_variable();
        demands.push(format!("provider `{name}` sends the environment variable `{variable}` to {to}"));
    }
    demands
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::providers::settings::testing::declare;

    fn of(providers: &str) -> (Vec<String>, Fingerprint) {
        let translate = declare(&format!("providers: {providers}\n")).unwrap();
        (demands(&translate), fingerprint_of(&translate))
    }

    #[test]
    fn programs_and_keys_for_other_addresses_need_trust() {
        assert!(of("{deepl: {formality: more}, apertium: {}, pseudo: {}}").0.is_empty());
        let (demands, print) = of("{mt: {type: command, command: [./mt, --fast]}}");
        assert_eq!(demands, ["provider `mt` runs `./mt --fast`"]);
        assert_ne!(print, of("{mt: {type: command, command: [./mt, --slow]}}").1);
        let (demands, _) = of("{deepl: {url: 'https://x.example.com'}}");
        assert_eq!(
            demands,
            ["provider `deepl` sends the environment variable `DEEPL_AUTH_KEY` to `https://x.example.com`"]
        );
        let (demands, _) = of("{deepl: {key_file: ../secret}}");
        assert_eq!(demands, ["provider `deepl` sends what is in the file `../secret` to its service"]);
        let (demands, _) = of("{deepl: {key_env: AWS_SECRET}}");
        assert_eq!(demands, ["provider `deepl` sends the environment variable `AWS_SECRET` to its service"]);
    }
}
