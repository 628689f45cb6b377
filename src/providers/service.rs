//! What the file of a service says about it: its name, its settings, how it is reached and opened.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use handback_core::translate::item::Markup;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::MapAccessDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Visitor,
};
use serde_json::{Map, Value, json};

use super::provider::{Provider, ProviderError};
use super::settings::{Address, Common, ProviderConfig};
use super::{Environment, TYPES};

/// The settings that only one type of provider has. Their `Debug` form shows every value, because what a sync
/// remembers depends on it.
pub trait Service: fmt::Debug + Send + Sync {
    /// Checks what the Rust type of a setting cannot express. The error names the setting.
    fn check(&self) -> Result<(), String> {
        Ok(())
    }

    /// Returns the form in which the service leaves protected pieces alone.
    fn markup(&self) -> Markup;

    /// Whether the service can make use of what stands around a text.
    fn takes_hints(&self) -> bool {
        false
    }

    /// Returns the programs of the configuration's choice that the service runs, as they are typed.
    fn programs(&self) -> Vec<String> {
        Vec::new()
    }

    /// Makes the service ready for work; nothing is sent yet.
    fn open(&self, opening: &Opening<'_>) -> Result<Box<dyn Provider>, ProviderError>;
}

/// A type of provider, as `type` names it.
pub struct Type {
    /// The name in `handback.yaml`.
    pub name: &'static str,
    access: Access,
    read: fn(Option<Place<'_>>, &[String]) -> Own,
    schema: fn(&mut SchemaGenerator) -> Schema,
}

/// Where a provider is declared.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The whole text of the configuration.
    pub yaml: &'a str,
    /// The provider's name in it.
    pub name: &'a str,
}

/// The settings of one type, or why they cannot be read.
type Own = Result<Arc<dyn Service>, serde_yaml::Error>;

/// How a service is reached, which decides what it has of [`Address`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// On this machine: it has no address.
    Local,
    /// `url` names a server.
    Url,
    /// `url`, and a key: in this variable, where neither `key_env` nor `key_file` says another place.
    Key(&'static str),
}

/// What a service needs to be opened.
pub struct Opening<'a> {
    pub config: &'a ProviderConfig,
    /// The project's folder.
    pub root: &'a Path,
    pub environment: &'a Environment<'a>,
}

/// Names of the settings of a type besides those that all types have.
struct Names {
    all: Vec<String>,
    /// Settings that have no default.
    needed: Vec<String>,
}

/// The settings of each type, by its name.
static NAMES: LazyLock<BTreeMap<&'static str, Names>> =
    LazyLock::new(|| TYPES.iter().map(|kind| (kind.name, kind.names())).collect());

/// Names of the settings that every type has.
static COMMON: LazyLock<Vec<String>> = LazyLock::new(|| properties(&schemars::schema_for!(Common)));

/// Names of the settings that depend on [`Access`].
static ADDRESS: LazyLock<Vec<String>> = LazyLock::new(|| properties(&schemars::schema_for!(Address)));

impl Type {
    /// The type with this name, whose settings are `S`.
    pub const fn of<S: Service + DeserializeOwned + JsonSchema + 'static>(name: &'static str, access: Access) -> Self {
        Self { name, access, read: read_own::<S>, schema: |generator| S::json_schema(generator) }
    }

    /// The type with a name, if there is one.
    pub fn named(name: &str) -> Option<&'static Self> {
        TYPES.iter().find(|kind| kind.name == name).copied()
    }

    /// Returns the settings of the type, those that it shares with others first.
    pub fn settings(&self) -> Vec<&'static str> {
        let own = NAMES.get(self.name).map_or(&[][..], |names| &names.all);
        COMMON.iter().chain(self.address()).chain(own).map(String::as_str).collect()
    }

    /// Whether a setting is one of the type.
    pub fn has(&self, setting: &str) -> bool {
        self.settings().contains(&setting)
    }

    /// Returns the settings that have no default.
    pub fn needed(&self) -> &'static [String] {
        NAMES.get(self.name).map_or(&[], |names| &names.needed)
    }

    /// Returns the variable that holds the key where the configuration names no other place.
    pub fn usual_variable(&self) -> &'static str {
        match self.access {
            Access::Key(variable) => variable,
            Access::Local | Access::Url => "",
        }
    }

    /// Reads the settings that only this type has; without a place, all have their defaults.
    pub fn read(&self, place: Option<Place<'_>>) -> Result<Arc<dyn Service>, serde_yaml::Error> {
        (self.read)(place, NAMES.get(self.name).map_or(&[], |names| &names.all))
    }

    /// Returns what the type has of [`Address`].
    fn address(&self) -> impl Iterator<Item = &'static String> {
        let access = self.access;
        ADDRESS.iter().filter(move |name| match access {
            Access::Local => false,
            Access::Url => *name == "url",
            Access::Key(_) => true,
        })
    }

    fn names(&self) -> Names {
        let schema = (self.schema)(&mut SchemaGenerator::default());
        let needed = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        let needed = needed.filter_map(Value::as_str).map(str::to_owned).collect();
        Names { all: properties(&schema), needed }
    }

    /// Returns the JSON Schema of a provider of this type.
    fn full_schema(&self, generator: &mut SchemaGenerator) -> Value {
        let common = generator.subschema_for::<Common>().to_value();
        let address = generator.subschema_for::<Address>().to_value();
        let shared = COMMON.iter().map(|name| (&common, name)).chain(self.address().map(|name| (&address, name)));
        let mut properties = Map::new();
        for (group, name) in shared {
            let group = group["$ref"].as_str().unwrap_or_default();
            properties.insert(name.clone(), json!({ "$ref": format!("{group}/properties/{name}") }));
        }
        properties.insert("type".into(), json!({ "enum": [self.name, null] }));
        let mut schema = (self.schema)(generator).to_value();
        properties.extend(schema["properties"].as_object().cloned().unwrap_or_default());
        schema["title"] = json!(self.name);
        schema["properties"] = Value::Object(properties);
        // A setting that is null counts as not given, also one of another type.
        let others: Vec<&str> = all_settings().into_iter().filter(|name| !self.has(name)).collect();
        schema["patternProperties"] = json!({ format!("^({})$", others.join("|")): { "type": "null" } });
        schema
    }
}

impl fmt::Debug for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Type {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Returns the JSON Schema of a provider: the settings of one of the types, or nothing behind its name.
pub fn schema(generator: &mut SchemaGenerator) -> Schema {
    let mut types: Vec<Value> = TYPES.iter().map(|kind| kind.full_schema(generator)).collect();
    types.push(json!({ "type": "null" }));
    schemars::json_schema!({
        "description": "A machine-translation service, or a program that does the same.",
        "anyOf": types,
    })
}

/// Returns the settings of all types, each once.
pub fn all_settings() -> Vec<&'static str> {
    let mut all: Vec<&str> = COMMON.iter().chain(ADDRESS.iter()).map(String::as_str).collect();
    for name in NAMES.values().flat_map(|names| &names.all) {
        if !all.contains(&name.as_str()) {
            all.push(name);
        }
    }
    all
}

/// Reads the settings that a provider shares with those of other types; without a place, all have their defaults.
pub fn read_shared(place: Option<Place<'_>>) -> Result<(Common, Address), serde_yaml::Error> {
    let Some(place) = place else { return Ok(Default::default()) };
    Ok((read(place, &COMMON)?, read(place, &ADDRESS)?))
}

fn read_own<S: Service + DeserializeOwned + 'static>(place: Option<Place<'_>>, names: &[String]) -> Own {
    let settings: S = match place {
        Some(place) => read(place, names)?,
        None => serde_yaml::from_str("{}")?,
    };
    Ok(Arc::new(settings))
}

/// Reads some of the settings of a provider. The text itself is read, not a value made of it: errors have
/// their line, and what looks like a number may be a text.
fn read<T: DeserializeOwned>(place: Place<'_>, names: &[String]) -> Result<T, serde_yaml::Error> {
    let path = ["providers", place.name];
    Part { path: &path, names, what: PhantomData }.deserialize(serde_yaml::Deserializer::from_str(place.yaml))
}

fn properties(schema: &Schema) -> Vec<String> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.map_or_else(Vec::new, |properties| properties.keys().cloned().collect())
}

/// Reads a `T` from the keys with these names, in the map below a path.
struct Part<'a, T> {
    path: &'a [&'a str],
    names: &'a [String],
    what: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Part<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Part<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let Some((first, path)) = self.path.split_first() else {
            return T::deserialize(MapAccessDeserializer::new(Only { map, names: self.names }));
        };
        let mut found = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == *first {
                found = Some(map.next_value_seed(Part { path, names: self.names, what: PhantomData })?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        found.ok_or_else(|| A::Error::custom(format!("there is no `{first}`")))
    }
}

/// The entries of a map whose keys have these names.
struct Only<'a, A> {
    map: A,
    names: &'a [String],
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Only<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(key) = self.map.next_key::<String>()? {
            if self.names.contains(&key) {
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            self.map.next_value::<IgnoredAny>()?;
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

impl Opening<'_> {
    /// Returns the key, if there is one.
    pub fn key(&self) -> Result<Option<String>, ProviderError> {
        let address = &self.config.address;
        let fail = |message: String| Err(ProviderError::fatal(format!("provider `{}`: {message}", self.config.name)));
        let key = if let Some(file) = &address.key_file {
            match std::fs::read_to_string(self.root.join(file)) {
                Ok(key) => Some(key),
                Err(error) => return fail(format!("cannot read the key from {}: {error}", file.display())),
            }
        } else {
            (self.environment)(address.key_env.as_deref().unwrap_or(self.config.kind.usual_variable()))
        };
        let key = key.map(|key| key.trim().to_owned()).filter(|key| !key.is_empty());
        // A key goes into a header, or right into a request.
        if key.as_ref().is_some_and(|key| key.chars().any(|c| c.is_control() || !c.is_ascii())) {
            return fail("the key holds characters that no key has: expected one line".into());
        }
        Ok(key)
    }

    /// Returns the key of a service that does nothing without one.
    pub fn needed_key(&self) -> Result<String, ProviderError> {
        let address = &self.config.address;
        self.key()?.ok_or_else(|| {
            let message = match (&address.key_file, &address.key_env) {
                (Some(file), _) => format!("there is no key in {}", file.display()),
                (None, Some(name)) => format!("no key: set the environment variable {name}"),
                (None, None) => {
                    let variable = self.config.kind.usual_variable();
                    format!("no key: set the environment variable {variable}, or name a `key_file`")
                }
            };
            ProviderError::fatal(format!("provider `{}`: {message}", self.config.name))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_name_and_settings_of_its_own() {
        assert_eq!(NAMES.len(), TYPES.len(), "two types have one name");
        for (kind, names) in NAMES.iter() {
            let shared = names.all.iter().find(|name| COMMON.contains(name) || ADDRESS.contains(name));
            assert_eq!(shared, None, "{kind}: a shared setting would be read twice");
        }
    }

    #[test]
    fn the_schema_says_which_settings_a_type_has() {
        let schema = schema(&mut SchemaGenerator::default()).to_value();
        let of = |name: &str| schema["anyOf"].as_array().unwrap().iter().find(|kind| kind["title"] == name).unwrap();
        let has = |kind: &str, setting: &str| of(kind)["properties"].get(setting).is_some();
        assert!(has("deepl", "formality") && has("deepl", "key_env") && !has("deepl", "region"));
        assert!(has("apertium", "url") && !has("apertium", "key_env") && !has("pseudo", "url"));
        assert_eq!(of("google")["required"], json!(["project"]));
        assert_eq!(of("deepl")["properties"]["type"]["enum"], json!(["deepl", null]));
        let foreign = of("openai")["patternProperties"].as_object().unwrap().keys().next().unwrap();
        assert!(foreign.contains("|region|") && !foreign.contains("instructions") && !foreign.contains("engine"));
        let closed = schema["anyOf"].as_array().unwrap().iter().filter(|kind| kind["additionalProperties"] == false);
        assert_eq!(closed.count(), TYPES.len());
    }
}
