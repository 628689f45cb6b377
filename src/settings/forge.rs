//! `forge`: where people see the files of the repository on the web.

/// Where links to files of the repository lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Forge {
    /// To where the address of the remote says, if that is a kind of forge that handback knows.
    #[default]
    OfRemote,
    /// There are none.
    Nowhere,
    /// An address with `{path}`, and perhaps `{line}` and `{commit}`.
    Template(String),
}

/// Checks the setting.
pub fn resolve(raw: Option<String>) -> Result<Forge, String> {
    let Some(raw) = raw else { return Ok(Forge::OfRemote) };
    if raw == "none" {
        return Ok(Forge::Nowhere);
    }
    if !raw.starts_with("https://") && !raw.starts_with("http://") {
        return Err(format!("`{raw}` is no address: expected `none`, or one that begins with `https://`"));
    }
    if raw.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(format!("`{}` holds a blank", raw.escape_default()));
    }
    if !raw.contains("{path}") {
        return Err(format!("`{raw}` has no `{{path}}`: expected for example `https://git.contoso.com/docs/{{path}}`"));
    }
    let bare = ["{path}", "{line}", "{commit}"].iter().fold(raw.clone(), |text, known| text.replace(known, ""));
    match bare.find(['{', '}']) {
        Some(_) => Err(format!("`{raw}` holds a brace that is not of `{{path}}`, `{{line}}` or `{{commit}}`")),
        None => Ok(Forge::Template(raw)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_the_path() {
        let template = "https://git.contoso.com/docs/src/branch/main/{path}#L{line}";
        assert_eq!(resolve(Some(template.into())), Ok(Forge::Template(template.into())));
        assert_eq!((resolve(None), resolve(Some("none".into()))), (Ok(Forge::OfRemote), Ok(Forge::Nowhere)));
        for (raw, expected) in [
            ("javascript:alert(1)//{path}", "is no address"),
            ("https://git.contoso.com/docs", "has no `{path}`"),
            ("https://git.contoso.com/{branch}/{path}", "holds a brace"),
            ("https://git.contoso.com/a b/{path}", "holds a blank"),
        ] {
            let error = resolve(Some(raw.into())).unwrap_err();
            assert!(error.contains(expected), "{raw}: {error}");
        }
    }
}
