//! What a message was before a decision, to take the decision back: in memory, and as text that outlives the program.

use handback_core::catalog::Id;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::resource::Content;
use handback_core::catalog::state::{Decided, Rejected, State};
use handback_core::catalog::state_file::StateFile;
use handback_core::text::date::Date;
use serde::{Deserialize, Serialize};

/// Everything that a decision may change of a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    value: Option<(Pattern, Content)>,
    state: Option<State>,
    rejected: Option<Vec<Rejected>>,
    missing: Option<Date>,
    decided: Option<Decided>,
}

/// The same as text. What is known of the message is a state file with nothing else in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    value: Option<Value>,
    state: String,
}

/// A translation, and the bytes that it is written in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Value {
    pattern: String,
    /// The pattern is Fluent with selectors or terms.
    fluent: bool,
    content: String,
    /// The content is a whole entry, with its comment.
    entry: bool,
}

impl Before {
    /// What is known of a message now.
    pub fn of(file: &LocaleFile, id: &Id) -> Self {
        Self { value: file.written(id), ..Self::of_state(&file.state, id) }
    }

    fn of_state(state: &StateFile, id: &Id) -> Self {
        Self {
            value: None,
            state: state.messages.get(id).cloned(),
            rejected: state.rejected.get(id).cloned(),
            missing: state.missing.get(id).copied(),
            decided: state.decided.get(id).cloned(),
        }
    }

    /// What the translation said.
    pub fn pattern(&self) -> Option<&Pattern> {
        self.value.as_ref().map(|(pattern, _)| pattern)
    }

    /// Puts everything back, each message as it was written.
    pub fn restore(self, file: &mut LocaleFile, id: &Id) {
        file.set_whole(None);
        match &self.value {
            // What was not touched is not written again.
            value if *value == file.written(id) => {}
            Some((pattern, content)) => file.put(id, (pattern.clone(), content.clone(), None)),
            None => drop(file.take(id)),
        }
        self.restore_state(file, id);
    }

    /// Puts back what is known of the message, and leaves the message alone.
    fn restore_state(self, file: &mut LocaleFile, id: &Id) {
        put_back(&mut file.state.rejected, id, self.rejected);
        put_back(&mut file.state.missing, id, self.missing);
        put_back(&mut file.state.decided, id, self.decided);
        match self.state {
            Some(state) => file.state.messages.insert(id.clone(), state),
            None => file.state.messages.swap_remove(id),
        };
    }

    /// The same as text.
    pub fn keep(&self, id: &Id) -> Kept {
        let mut state = StateFile::default();
        state.messages.extend(self.state.clone().map(|state| (id.clone(), state)));
        state.rejected.extend(self.rejected.clone().map(|prints| (id.clone(), prints)));
        state.missing.extend(self.missing.map(|day| (id.clone(), day)));
        state.decided.extend(self.decided.clone().map(|decided| (id.clone(), decided)));
        let value = self.value.as_ref().map(|(pattern, content)| {
            let (content, entry) = match content {
                Content::Value(text) => (text.clone(), false),
                Content::Entry(text) => (text.clone(), true),
            };
            let fluent = matches!(pattern, Pattern::Complex(_));
            Value { pattern: pattern.as_str().to_owned(), fluent, content, entry }
        });
        Kept { value, state: state.format(std::slice::from_ref(id), &[]) }
    }

    /// What was kept as text; `None` if that cannot be read.
    pub fn read(kept: Kept, id: &Id) -> Option<Self> {
        let state = StateFile::parse(&kept.state).ok()?;
        let value = kept.value.map(|value| {
            let pattern = match value.fluent {
                true => Pattern::Complex(value.pattern),
                false => Pattern::Text(value.pattern),
            };
            (pattern, if value.entry { Content::Entry(value.content) } else { Content::Value(value.content) })
        });
        Some(Self { value, ..Self::of_state(&state, id) })
    }
}

fn put_back<T>(map: &mut std::collections::BTreeMap<Id, T>, id: &Id, value: Option<T>) {
    match value {
        Some(value) => map.insert(id.clone(), value),
        None => map.remove(id),
    };
}

#[cfg(test)]
mod tests {
    use handback_core::catalog::resource::Resource;

    use super::*;

    #[test]
    fn all_that_is_known_of_a_message_comes_back_from_text() {
        let yaml = "version: 6\nmessages:\n\n  # a\n  a:\n    {type: HT, origin: human, source: b, target: c, date: 2026-11-23, \
                    previous: \"Kept { $n } days\", rejected: [d], decided: {reviewer: Kim, date: 2026-11-22}}\n\n  # b\n  \
                    b:\n    {missing: 2026-11-20, decided: {reviewer: Kim, date: 2026-11-22, note: \"Which app?\"}}\n\n# end\n";
        let resource = "# For legal.\na =\n    Conservé { $n } jours\n    .title = T\n\nc = { $n ->\n    [one] un\n   *[other] deux\n }\n";
        let resource = Resource::parse(resource.to_owned()).unwrap();
        let file = LocaleFile::new(resource, StateFile::parse(yaml).unwrap());
        for id in ["a", "b", "c", "d"].map(Id::from) {
            let before = Before::of(&file, &id);
            let text = serde_json::to_string(&before.keep(&id)).unwrap();
            assert_eq!(Before::read(serde_json::from_str(&text).unwrap(), &id), Some(before), "{id}");
        }
    }
}
