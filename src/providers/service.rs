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
use super::settings::{Common, ProviderConfig};
use super::{Environment, TYPES};

/// The settings that a service has besides the common ones, as declared and checked.
pub trait Service: fmt::Debug + Send + Sync {
    /// What the form of a setting does not say. The error is for people, and names the setting.
    fn check(&self) -> Result<(), String> {
        Ok(())
    }

    /// In what form the service keeps what it must not touch.
    fn markup(&self) -> Markup;

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
    /// The configuration.
    pub yaml: &'a str,
    /// The provider's name in it.
    pub name: &'a str,
}

/// What a service has besides the common settings, if it can be read.
type Own = Result<Arc<dyn Service>, serde_yaml::Error>;

/// How a service is reached, and so which of the common settings it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// On this machine: it has no address.
    Local,
    /// `url` names a server.
    Url,
    /// `url`, and a key: in this variable, where neither `key_env` nor `key_file` says another place.
    Key(&'static str),
}

/// What a service is opened with.
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

/// Common settings that not every type has.
const ACCESS: [&str; 3] = ["url", "key_env", "key_file"];

/// By type.
static NAMES: LazyLock<BTreeMap<&'static str, Names>> =
    LazyLock::new(|| TYPES.iter().map(|kind| (kind.name, kind.names())).collect());

/// Names of the common settings.
static COMMON: LazyLock<Vec<String>> = LazyLock::new(|| properties(&schemars::schema_for!(Common)));

impl Type {
    /// The type with this name, whose settings are `S`.
    pub const fn of<S: Service + DeserializeOwned + JsonSchema + 'static>(name: &'static str, access: Access) -> Self {
        Self { name, access, read: read_own::<S>, schema: |generator| S::json_schema(generator) }
    }

    /// The type with a name, if there is one.
    pub fn named(name: &str) -> Option<&'static Self> {
        TYPES.iter().find(|kind| kind.name == name).copied()
    }

    /// Whether a setting is one of the type.
    pub fn has(&self, setting: &str) -> bool {
        let is_own = NAMES.get(self.name).is_some_and(|names| names.all.iter().any(|name| name == setting));
        is_own || (is_common(setting) && self.has_common(setting))
    }

    /// Settings that have no default.
    pub fn needed(&self) -> &'static [String] {
        NAMES.get(self.name).map_or(&[], |names| &names.needed)
    }

    /// The variable that holds the key where the configuration does not say another.
    pub fn usual_variable(&self) -> &'static str {
        match self.access {
            Access::Key(variable) => variable,
            Access::Local | Access::Url => "",
        }
    }

    /// Reads the settings of a provider that only this type has, if it is declared anywhere.
    pub fn read(&self, place: Option<Place<'_>>) -> Result<Arc<dyn Service>, serde_yaml::Error> {
        (self.read)(place, NAMES.get(self.name).map_or(&[], |names| &names.all))
    }

    fn has_common(&self, setting: &str) -> bool {
        match self.access {
            Access::Local => !ACCESS.contains(&setting),
            Access::Url => setting == "url" || !ACCESS.contains(&setting),
            Access::Key(_) => true,
        }
    }

    fn names(&self) -> Names {
        let schema = (self.schema)(&mut SchemaGenerator::default());
        let needed = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        let needed = needed.filter_map(Value::as_str).map(str::to_owned).collect();
        Names { all: properties(&schema), needed }
    }

    /// The settings of the type, common ones first.
    fn full_schema(&self, generator: &mut SchemaGenerator) -> Value {
        let common = generator.subschema_for::<Common>().to_value();
        let common = common["$ref"].as_str().unwrap_or_default();
        let mut properties = Map::new();
        for name in COMMON.iter().filter(|name| self.has_common(name)) {
            properties.insert(name.clone(), json!({ "$ref": format!("{common}/properties/{name}") }));
        }
        properties.insert("type".into(), json!({ "const": self.name }));
        let mut schema = (self.schema)(generator).to_value();
        properties.extend(schema["properties"].as_object().cloned().unwrap_or_default());
        schema["title"] = json!(self.name);
        schema["properties"] = Value::Object(properties);
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

/// JSON Schema of a provider: the settings of one of the types.
pub fn schema(generator: &mut SchemaGenerator) -> Schema {
    let types: Vec<Value> = TYPES.iter().map(|kind| kind.full_schema(generator)).collect();
    schemars::json_schema!({
        "description": "A machine-translation service, or a program that does the same.",
        "anyOf": types,
    })
}

/// Whether all types have a setting, or those that are reached in the same way.
pub fn is_common(setting: &str) -> bool {
    COMMON.iter().any(|name| name == setting)
}

/// The settings of all types, each once.
pub fn all_settings() -> Vec<&'static str> {
    let mut all: Vec<&str> = COMMON.iter().map(String::as_str).collect();
    for name in NAMES.values().flat_map(|names| &names.all) {
        if !all.contains(&name.as_str()) {
            all.push(name);
        }
    }
    all
}

/// Reads the common settings of a provider, if it is declared anywhere.
pub fn read_common(place: Option<Place<'_>>) -> Result<Common, serde_yaml::Error> {
    place.map_or_else(|| Ok(Common::default()), |place| read(place, &COMMON))
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

/// A `T` of the keys with these names, in the map below a path.
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
    /// The key, if there is one.
    pub fn key(&self) -> Result<Option<String>, ProviderError> {
        let common = &self.config.common;
        let fail = |message: String| Err(ProviderError::fatal(format!("provider `{}`: {message}", self.config.name)));
        let key = if let Some(file) = &common.key_file {
            match std::fs::read_to_string(self.root.join(file)) {
                Ok(key) => Some(key),
                Err(error) => return fail(format!("cannot read the key from {}: {error}", file.display())),
            }
        } else {
            (self.environment)(common.key_env.as_deref().unwrap_or(self.config.kind.usual_variable()))
        };
        let key = key.map(|key| key.trim().to_owned()).filter(|key| !key.is_empty());
        // A key goes into a header, or right into a request.
        if key.as_ref().is_some_and(|key| key.chars().any(|c| c.is_control() || !c.is_ascii())) {
            return fail("the key holds characters that no key has: expected one line".into());
        }
        Ok(key)
    }

    /// The key of a service that does nothing without one.
    pub fn needed_key(&self) -> Result<String, ProviderError> {
        let common = &self.config.common;
        self.key()?.ok_or_else(|| {
            let message = match (&common.key_file, &common.key_env) {
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
            let shared = names.all.iter().find(|name| is_common(name));
            assert_eq!(shared, None, "{kind}: a setting of all types would be read twice");
        }
        assert!(ACCESS.iter().all(|name| is_common(name)));
    }

    #[test]
    fn the_schema_says_which_settings_a_type_has() {
        let schema = schema(&mut SchemaGenerator::default()).to_value();
        let of = |name: &str| schema["anyOf"].as_array().unwrap().iter().find(|kind| kind["title"] == name).unwrap();
        let has = |kind: &str, setting: &str| of(kind)["properties"].get(setting).is_some();
        assert!(has("deepl", "formality") && has("deepl", "key_env") && !has("deepl", "region"));
        assert!(has("apertium", "url") && !has("apertium", "key_env") && !has("pseudo", "url"));
        assert_eq!(of("google")["required"], json!(["project"]));
        assert!(schema["anyOf"].as_array().unwrap().iter().all(|kind| kind["additionalProperties"] == false));
    }
}
