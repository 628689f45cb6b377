//! What only the person who started the review knows.

/// Random for each run: 128 bits each, as hexadecimal digits.
#[derive(Debug)]
pub struct Secrets {
    /// Part of the address that is printed; whoever opens it gets the cookie.
    pub address: String,
    /// Value of the cookie that every other request needs.
    pub cookie: String,
    /// Part of every form of ours: a page of somebody else's cannot know it.
    pub form: String,
}

impl Secrets {
    pub fn new() -> Result<Self, getrandom::Error> {
        Ok(Self { address: random()?, cookie: random()?, form: random()? })
    }
}

fn random() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Compares in a time that does not tell how much agrees.
pub fn is_same(given: &str, secret: &str) -> bool {
    let pairs = given.bytes().zip(secret.bytes());
    let differences = pairs.fold(0, |so_far, (a, b)| std::hint::black_box(so_far | (a ^ b)));
    given.len() == secret.len() && differences == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_and_differ() {
        let secrets = Secrets::new().unwrap();
        assert_eq!([secrets.address.len(), secrets.cookie.len(), secrets.form.len()], [32; 3]);
        assert!(!is_same(&secrets.address, &secrets.cookie) && is_same(&secrets.form, &secrets.form));
        assert!(!is_same(&secrets.form[..31], &secrets.form) && !is_same("", &secrets.form));
    }
}
