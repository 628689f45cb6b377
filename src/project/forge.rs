//! Addresses of files of the repository on the web: GitHub, GitLab, Bitbucket, Azure Repos, or what the configuration says.

use std::path::Path;

use super::git;
use super::paths::{in_address, in_repository};
use crate::settings::forge::Forge as Setting;

/// Makes addresses of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forge {
    /// An address with `{path}` and perhaps `{line}`.
    template: String,
    /// Leads from the top of the repository to the project: empty, or with `/` at its end.
    prefix: String,
}

impl Forge {
    /// The forge of the project at `root`; `None` if there is none, or none that is known.
    pub fn of(setting: &Setting, root: &Path) -> Option<Self> {
        let template = match setting {
            Setting::Nowhere => return None,
            Setting::Template(template) => template.clone(),
            Setting::OfRemote => template_of(&git::remote(root)?)?,
        };
        let template = match template.contains("{commit}") {
            true => template.replace("{commit}", &git::head_commit(root)?),
            false => template,
        };
        Some(Self { template, prefix: git::prefix(root).unwrap_or_default() })
    }

    /// Where a file is seen, named below the project with `/`; `None` if it lies outside of the repository.
    pub fn address(&self, file: &str, line: Option<u32>) -> Option<String> {
        let path = in_repository(&self.prefix, file)?;
        let line = line.unwrap_or(1).to_string();
        Some(self.template.replace("{line}", &line).replace("{path}", &in_address(&path)))
    }
}

/// What the address of a remote tells. The files are those of the default branch, which `HEAD` names: so a link outlives the
/// commit that it was made at, and leads to what can be edited.
fn template_of(remote: &str) -> Option<String> {
    let (host, path) = host_and_path(remote)?;
    let path = in_address(path.strip_suffix(".git").unwrap_or(&path));
    let has = |name: &str| host.split(['.', '-']).any(|part| part == name);
    if has("github") {
        Some(format!("https://{host}/{path}/blob/HEAD/{{path}}?plain=1#L{{line}}"))
    } else if has("gitlab") {
        Some(format!("https://{host}/{path}/-/blob/HEAD/{{path}}#L{{line}}"))
    } else if host == "bitbucket.org" {
        Some(format!("https://{host}/{path}/src/HEAD/{{path}}#lines-{{line}}"))
    } else {
        azure(&host, &path)
    }
}

/// Azure Repos has the organization in the path or in the host, and `_git` or a version of its protocol between.
fn azure(host: &str, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').filter(|part| *part != "DefaultCollection").collect();
    let repository = match (host, parts.as_slice()) {
        ("ssh.dev.azure.com" | "vs-ssh.visualstudio.com", ["v3", organization, project, repository]) => {
            format!("https://dev.azure.com/{organization}/{project}/_git/{repository}")
        }
        ("dev.azure.com", [organization, project, "_git", repository]) => {
            format!("https://dev.azure.com/{organization}/{project}/_git/{repository}")
        }
        (host, [.., "_git", _]) if host.ends_with(".visualstudio.com") => format!("https://{host}/{path}"),
        _ => return None,
    };
    let place = "line={line}&lineEnd={line}&lineStartColumn=1&lineEndColumn=1000&lineStyle=plain";
    Some(format!("{repository}?path=/{{path}}&{place}"))
}

/// Host and path of a remote, without a name or a password that stand before the host: these are nobody's business.
fn host_and_path(remote: &str) -> Option<(String, String)> {
    let (authority, path) = match remote.split_once("://") {
        Some(("https" | "http" | "ssh" | "git" | "git+ssh", rest)) => rest.split_once('/')?,
        Some(_) => return None,
        // `git@host:path`, but no path of this machine: `C:\docs`, `../docs.git`.
        None => remote.split_once(':').filter(|(host, _)| host.len() > 1 && !host.contains(['/', '\\']))?,
    };
    let host = authority.rsplit('@').next()?;
    // A port belongs to the protocol of the remote, not to the pages.
    let host = host.split(':').next()?.to_ascii_lowercase();
    let path = path.trim_matches('/');
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    (!host.is_empty() && host.chars().all(is_plain) && !path.is_empty()).then(|| (host, decoded(path)))
}

/// A path with its escapes resolved: it gets its own ones.
fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(remote: &str) -> Option<String> {
        let forge = Forge { template: template_of(remote)?, prefix: "docs/".into() };
        forge.address("source-docs/a b.md", Some(7))
    }

    #[test]
    fn remotes_lead_to_pages() {
        let github = "https://github.com/contoso/site/blob/HEAD/docs/source-docs/a%20b.md?plain=1#L7";
        for remote in [
            "git@github.com:contoso/site.git",
            "https://github.com/contoso/site",
            "https://robot:secret@github.com/contoso/site.git/",
            "ssh://git@github.com:22/contoso/site.git",
        ] {
            assert_eq!(address(remote).as_deref(), Some(github), "{remote}");
        }
        let azure = "https://dev.azure.com/contoso/The%20docs/_git/site?path=/docs/source-docs/a%20b.md&line=7&lineEnd=7\
                     &lineStartColumn=1&lineEndColumn=1000&lineStyle=plain";
        for remote in [
            "https://contoso@dev.azure.com/contoso/The%20docs/_git/site",
            "git@ssh.dev.azure.com:v3/contoso/The%20docs/site",
        ] {
            assert_eq!(address(remote).as_deref(), Some(azure), "{remote}");
        }
        for (remote, start) in [
            ("git@gitlab.com:a/b/c.git", "https://gitlab.com/a/b/c/-/blob/HEAD/docs/source-docs/a%20b.md#L7"),
            ("https://gitlab.contoso.com/docs.git", "https://gitlab.contoso.com/docs/-/blob/HEAD/docs/source-docs/"),
            ("https://bitbucket.org/a/b.git", "https://bitbucket.org/a/b/src/HEAD/docs/source-docs/a%20b.md#lines-7"),
            (
                "https://contoso.visualstudio.com/docs/_git/site",
                "https://contoso.visualstudio.com/docs/_git/site?path=/docs/",
            ),
        ] {
            let address = address(remote).unwrap_or_default();
            assert!(address.starts_with(start), "{remote}: {address}");
        }
    }

    #[test]
    fn other_remotes_lead_nowhere() {
        for remote in [
            "https://git.contoso.com/tools/handback",
            "../origin.git",
            "/srv/git/site.git",
            "C:\\docs\\site",
            "file:///srv/github/site.git",
            "https://notgithub.com/a/b",
            "https://github.com",
            "git@github.com\":x",
            "",
        ] {
            assert_eq!(address(remote), None, "{remote}");
        }
    }

    #[test]
    fn what_lies_outside_of_the_repository_has_no_address() {
        let forge = Forge { template: "https://x.example/{path}#L{line}".into(), prefix: String::new() };
        assert_eq!(forge.address("a.md", None).as_deref(), Some("https://x.example/a.md#L1"));
        assert_eq!(forge.address("../out/a.md", None), None);
        // A name that holds a placeholder is a name.
        assert_eq!(forge.address("{line}.md", Some(3)).as_deref(), Some("https://x.example/%7Bline%7D.md#L3"));
    }
}
