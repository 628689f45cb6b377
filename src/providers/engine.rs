//! Sends texts to a provider: in batches, several at a time, again where that may help.
//!
//! 1. Texts that look alike to the service are sent once.
//! 2. Batches are cut by the service's limits; workers take them in turn.
//! 3. A request that failed for a passing reason is sent again, later and later, or when the service says.
//! 4. Every answer is put together and verified; emphasis that does not render is repaired. What has a flaw, or a
//!    preamble ([`super::preamble`]), is sent once more, alone.
//! 5. Titles of links are sent first, as texts of their own ([`super::titles`]).
//! 6. Quota, a wrong key or a service that is down end the work; everything that came in stays.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use handback_core::judge::Language;
use handback_core::judge::machine::verify;
use handback_core::text::constructs::Constructs;
use handback_core::text::count::counted;
use handback_core::text::emphasis;
use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use handback_core::text::terms::Term;
use handback_core::translate::glossary::Entry;
use handback_core::translate::inline::Known;
use handback_core::translate::item::{Flaw, Markup};
use handback_core::translate::protect::Protected;
use regex::Regex;
use rustc_hash::FxHashMap;

use super::hints::Hints;
use super::preamble::{Held, Seen, Watch};
use super::provider::{Failure, Limits, Provider, ProviderError, Request};
use super::titles::Titles;

/// A text to translate.
#[derive(Debug, Clone)]
pub struct Text {
    /// The English as its message has it.
    pub source: String,
    pub protected: Protected,
    /// What was protected besides markup.
    pub terms: Vec<Term>,
    pub labels: Arc<[String]>,
    pub constructs: Arc<Constructs>,
    /// Fingerprints of translations that a person rejected.
    pub rejected: Vec<Fingerprint>,
    /// For services that take them.
    pub hints: Hints,
}

impl Text {
    /// What helps to cut it.
    pub fn known(&self) -> Known<'_> {
        Known { terms: &self.terms, labels: &self.labels, constructs: Some(&self.constructs) }
    }
}

/// How often and when a request is sent again.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Requests for the same batch, at most.
    pub attempts: u32,
    /// The same where the service is busy: limits are often those of a minute.
    pub attempts_if_busy: u32,
    /// Before the second request; doubles each time, with jitter.
    pub first: Duration,
    /// The longest that a service may ask us to wait; beyond that the work ends.
    pub longest: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { attempts: 5, attempts_if_busy: 8, first: Duration::from_millis(500), longest: Duration::from_secs(120) }
    }
}

/// A provider with what it needs to know.
pub struct Engine<'a> {
    pub provider: &'a dyn Provider,
    /// In what form the service keeps what it must not touch.
    pub markup: Markup,
    pub source: &'a str,
    pub target: &'a str,
    /// How the target locale writes.
    pub language: Language,
    pub glossary: &'a [Entry],
    /// The service makes use of what stands around a text.
    pub takes_hints: bool,
    /// How the locale wants its texts worded.
    pub style: Option<&'a str>,
    pub limits: Limits,
    pub patience: Patience,
    /// Characters that may be sent, second attempts included.
    pub characters_left: &'a Mutex<usize>,
    /// Set by whoever wants the work to end.
    pub stop: &'a AtomicBool,
}

/// What became of a text: its translation, or why there is none.
pub type Outcome = Result<String, Flaw>;

impl Engine<'_> {
    /// Translates texts; `take` is called with each, by its place, as soon as it is known. Returns why the work
    /// ended before all were done, if it did.
    pub fn translate(&self, texts: &[Text], take: &mut dyn FnMut(usize, Outcome)) -> Option<ProviderError> {
        let mut titles = Titles::of(texts);
        let mut found = Vec::new();
        if let Some(error) = self.send(titles.texts(), &mut |index, outcome| found.push((index, outcome))) {
            return Some(error);
        }
        found.into_iter().for_each(|(index, outcome)| titles.take(index, outcome));
        self.send(texts, &mut |index, outcome| take(index, titles.put_into(&texts[index], outcome)))
    }

    fn send(&self, texts: &[Text], take: &mut dyn FnMut(usize, Outcome)) -> Option<ProviderError> {
        let markup = self.markup;
        let mut alike: FxHashMap<String, usize> = FxHashMap::default();
        let mut jobs: Vec<Job> = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            if !text.protected.has_text() {
                take(index, Ok(text.protected.unchanged()));
            } else if text.protected.is_ambiguous(markup) {
                take(index, Err(Flaw::Ambiguous));
            } else {
                let written = text.protected.write(markup);
                // What is to be edited or avoided differs, though the English does not.
                let hints = Some(&text.hints).filter(|_| self.takes_hints);
                let previous =
                    hints.and_then(|hints| hints.previous.as_ref()).map(|previous| previous.wording.as_str());
                let avoid = hints.into_iter().flat_map(|hints| hints.avoid.iter().map(String::as_str));
                let key = std::iter::once(written.as_str()).chain(previous).chain(avoid).collect::<Vec<_>>().join("\0");
                let job = *alike.entry(key).or_insert(jobs.len());
                if job == jobs.len() {
                    let hints = if self.takes_hints { text.hints.clone() } else { Hints::default() };
                    jobs.push(Job { written, texts: Vec::new(), hints });
                }
                jobs[job].texts.push(index);
            }
        }
        let batches = batches(jobs, self.limits);
        let workers = self.limits.concurrency.clamp(1, batches.len().max(1));
        let work = Work {
            engine: self,
            texts,
            queue: Mutex::new(batches),
            not_before: Mutex::new(Instant::now()),
            ended: Mutex::new(None),
            refusals: Mutex::new(Some(0)),
            watch: Mutex::default(),
        };
        std::thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            for _ in 0..workers {
                let (work, sender) = (&work, sender.clone());
                scope.spawn(move || work.run(&sender));
            }
            drop(sender);
            for (index, outcome) in receiver {
                take(index, outcome);
            }
        });
        for held in work.watch.into_inner().unwrap_or_else(PoisonError::into_inner).into_held() {
            take(held.index, Ok(held.translation));
        }
        work.ended.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is sent once for all texts that look alike.
#[derive(Debug)]
struct Job {
    written: String,
    texts: Vec<usize>,
    hints: Hints,
}

impl Job {
    /// What it adds to a request, in characters.
    fn characters(&self) -> usize {
        let hints = if self.hints.is_empty() { 0 } else { self.hints.characters() };
        self.written.chars().count() + hints
    }

    /// The same for one text alone, with an answer that was no good.
    fn alone(&self, index: usize, avoid: Option<&str>) -> Self {
        let mut hints = self.hints.clone();
        hints.avoid.extend(avoid.map(str::to_owned));
        Self { written: self.written.clone(), texts: vec![index], hints }
    }
}

fn batches(jobs: Vec<Job>, limits: Limits) -> VecDeque<Vec<Job>> {
    let mut batches: VecDeque<Vec<Job>> = VecDeque::new();
    let (mut characters, mut bytes) = (0, 0);
    for job in jobs {
        let (more, more_bytes) = (job.characters(), job.written.len());
        let fits = |batch: &Vec<Job>| {
            batch.len() < limits.texts && characters + more <= limits.characters && bytes + more_bytes <= limits.bytes
        };
        match batches.back_mut().filter(|batch| fits(batch)) {
            Some(batch) => batch.push(job),
            None => {
                batches.push_back(vec![job]);
                (characters, bytes) = (0, 0);
            }
        }
        characters += more;
        bytes += more_bytes;
    }
    batches
}

type Sender = mpsc::Sender<(usize, Outcome)>;

/// What the workers share.
struct Work<'a> {
    engine: &'a Engine<'a>,
    texts: &'a [Text],
    queue: Mutex<VecDeque<Vec<Job>>>,
    /// No request before this: the service asked one of us to wait.
    not_before: Mutex<Instant>,
    ended: Mutex<Option<ProviderError>>,
    /// Texts that the service refused, as long as it has not translated any.
    refusals: Mutex<Option<usize>>,
    watch: Mutex<Watch>,
}

/// So many refusals without a single translation mean that it is not the texts.
const MOST_REFUSALS: usize = 4;

/// A program that died twice over the same texts will die again.
const ATTEMPTS_OF_PROGRAMS: u32 = 2;

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Work<'_> {
    fn run(&self, sender: &Sender) {
        while !self.is_over() {
            let Some(batch) = locked(&self.queue).pop_front() else { return };
            self.batch(batch, sender);
        }
    }

    fn is_over(&self) -> bool {
        self.engine.stop.load(Ordering::Relaxed) || locked(&self.ended).is_some()
    }

    fn end(&self, error: ProviderError) {
        locked(&self.ended).get_or_insert(error);
    }

    fn batch(&self, batch: Vec<Job>, sender: &Sender) {
        match self.request(&batch) {
            Ok(answers) => {
                *locked(&self.refusals) = None;
                let several = batch.len() > 1;
                let pairs: Vec<_> =
                    batch.iter().zip(&answers).map(|(job, answer)| (&*job.written, &**answer)).collect();
                locked(&self.watch).see_all(&pairs);
                for (job, answer) in batch.into_iter().zip(answers) {
                    let foreign = several && masks(&job.written) != masks(&answer);
                    for index in &job.texts {
                        let usable = Some(*index).filter(|_| !foreign);
                        match usable.map(|index| self.take(index, &job.written, &answer, sender)) {
                            Some(Ok(())) => {}
                            Some(Err(Flaw::Rejected | Flaw::Reworded)) if self.engine.takes_hints => {
                                self.alone(&job.alone(*index, Some(&answer)), sender);
                            }
                            _ => self.alone(&job.alone(*index, None), sender),
                        }
                    }
                }
            }
            Err(error) if error.kind == Failure::Content => self.apart(batch, sender),
            Err(error) => self.end(error),
        }
    }

    /// A refused batch may be too large, or hold one text that the service takes offence at.
    fn apart(&self, mut batch: Vec<Job>, sender: &Sender) {
        let half = batch.split_off(batch.len() / 2);
        for batch in [batch, half] {
            match batch.as_slice() {
                _ if self.is_over() => return,
                [] => {}
                [job] => self.alone(job, sender),
                _ => self.batch(batch, sender),
            }
        }
    }

    /// Hands a translation on if it has no flaw, or lets it wait for others.
    fn take(&self, index: usize, written: &str, answer: &str, sender: &Sender) -> Result<(), Flaw> {
        let held = Held { index, translation: self.evaluate(index, answer)?, is_last: false };
        let previous = self.texts[index].hints.previous.as_ref().filter(|_| self.engine.takes_hints);
        if previous.is_some_and(|previous| previous.is_reworded(&held.translation)) {
            return Err(Flaw::Reworded);
        }
        self.watched(written, answer, held, sender)
    }

    /// Hands on what has no preamble; what waited for this answer and has one is asked for again.
    fn watched(&self, written: &str, answer: &str, held: Held, sender: &Sender) -> Result<(), Flaw> {
        let Seen { fine, preamble, others } = locked(&self.watch).see(written, answer, held);
        for held in fine {
            send(sender, held.index, Ok(held.translation));
        }
        let Some(words) = preamble else { return Ok(()) };
        for other in others {
            if other.is_last {
                send(sender, other.index, Err(Flaw::Preamble(words.clone())));
            } else {
                let written = self.texts[other.index].protected.write(self.engine.markup);
                let hints = self.texts[other.index].hints.clone();
                self.alone(&Job { written, texts: vec![other.index], hints }, sender);
            }
        }
        Err(Flaw::Preamble(words))
    }

    /// The second and last attempt for a text.
    fn alone(&self, job: &Job, sender: &Sender) {
        if self.is_over() {
            return;
        }
        let flaws: Vec<(usize, Flaw)> = match self.request(std::slice::from_ref(job)) {
            Ok(answers) => {
                *locked(&self.refusals) = None;
                let answer = answers.into_iter().next().unwrap_or_default();
                let last = |index: usize| {
                    let held = Held { index, translation: self.evaluate(index, &answer)?, is_last: true };
                    self.watched(&job.written, &answer, held, sender)
                };
                job.texts.iter().filter_map(|index| Some((*index, last(*index).err()?))).collect()
            }
            Err(error) if error.kind == Failure::Content => {
                let mut refusals = locked(&self.refusals);
                if let Some(count) = refusals.as_mut() {
                    *count += 1;
                    if *count >= MOST_REFUSALS {
                        self.end(ProviderError::fatal(format!("the service refuses every text: {}", error.message)));
                        return;
                    }
                }
                job.texts.iter().map(|index| (*index, Flaw::Refused(error.message.clone()))).collect()
            }
            Err(error) => return self.end(error),
        };
        for (index, flaw) in flaws {
            send(sender, index, Err(flaw));
        }
    }

    fn evaluate(&self, index: usize, answer: &str) -> Outcome {
        let text = &self.texts[index];
        let translation = text.protected.restore(answer, self.engine.markup)?;
        let verified =
            |translation: &str| verify(&text.source, translation, &text.protected, text.known(), &self.engine.language);
        let translation = match verified(&translation) {
            Ok(()) => translation,
            // Emphasis may not render where it stands now, between letters or beside punctuation.
            Err(flaw @ Flaw::Markup(_)) => {
                let repaired = emphasis::repaired(&translation).ok_or(flaw)?;
                verified(&repaired)?;
                repaired
            }
            Err(flaw) => return Err(flaw),
        };
        if text.rejected.contains(&fingerprint(&translation)) {
            return Err(Flaw::Rejected);
        }
        Ok(translation)
    }

    /// One request, sent again as long as that may help.
    fn request(&self, batch: &[Job]) -> Result<Vec<String>, ProviderError> {
        let texts: Vec<String> = batch.iter().map(|job| job.written.clone()).collect();
        let engine = self.engine;
        let hints: Vec<Hints> = batch.iter().map(|job| job.hints.clone()).collect();
        let request = Request {
            source: engine.source,
            target: engine.target,
            texts: &texts,
            glossary: engine.glossary,
            hints: if engine.takes_hints { &hints } else { &[] },
            style: engine.style,
        };
        self.pay(batch)?;
        let mut attempt = 1;
        loop {
            self.wait();
            if self.is_over() {
                return Err(stopped());
            }
            let error = match engine.provider.translate(&request) {
                Ok(answers) if answers.len() == texts.len() => return Ok(answers),
                Ok(answers) => {
                    let message =
                        format!("the service gave back {} for {}", counted(answers.len(), "text"), texts.len());
                    return Err(ProviderError::new(Failure::Content, message));
                }
                Err(error) => error,
            };
            let (after, attempts) = match error.kind {
                Failure::Passing(after) => (after, engine.patience.attempts),
                Failure::Busy(after) => (after, engine.patience.attempts_if_busy),
                Failure::Crashed if attempt < ATTEMPTS_OF_PROGRAMS => (None, ATTEMPTS_OF_PROGRAMS),
                Failure::Crashed => return Err(ProviderError { kind: Failure::Content, ..error }),
                _ => return Err(error),
            };
            let least = engine.patience.pause(attempt);
            let pause = after.map_or(least, |after| after.max(least));
            if attempt >= attempts {
                return Err(ProviderError::new(
                    Failure::Passing(None),
                    format!("{} (given up after {attempt} attempts)", error.message),
                ));
            }
            if pause > engine.patience.longest {
                let wait = counted(usize::try_from(pause.as_secs()).unwrap_or(usize::MAX), "second");
                return Err(ProviderError::new(
                    Failure::Quota,
                    format!("{}: the service asks to wait {wait}", error.message),
                ));
            }
            let mut not_before = locked(&self.not_before);
            *not_before = (*not_before).max(Instant::now() + pause);
            attempt += 1;
        }
    }

    /// Takes the characters of a request from those that may be sent. What fails for a passing reason is paid
    /// once: services charge for what they translate.
    fn pay(&self, batch: &[Job]) -> Result<(), ProviderError> {
        let characters: usize = batch.iter().map(Job::characters).sum();
        let mut left = locked(self.engine.characters_left);
        let enough = left.checked_sub(characters);
        *left = enough.ok_or_else(|| ProviderError::new(Failure::Quota, "the limit of characters is reached"))?;
        Ok(())
    }

    /// Waits until requests may be sent, in short naps, so that an interrupted run ends soon.
    fn wait(&self) {
        loop {
            let left = locked(&self.not_before).saturating_duration_since(Instant::now());
            if left.is_zero() || self.is_over() {
                return;
            }
            std::thread::sleep(left.min(Duration::from_millis(50)));
        }
    }
}

/// Hands an outcome on. Nobody listens any more only if the process is going down.
fn send(sender: &Sender, index: usize, outcome: Outcome) {
    let _ = sender.send((index, outcome));
}

/// What is in kept parts, by number. A service that hands texts of a batch over to one another may keep
/// the form of each.
fn masks(text: &str) -> Vec<(&str, &str)> {
    static MASK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"<(?:span|x)\b[^>]*\bid=["']?(\d+)[^>]*>([^<]*)<"#).expect("a pattern of ours"));
    let mut found: Vec<(&str, &str)> = MASK
        .captures_iter(text)
        .map(|found| found.extract())
        .map(|(_, [number, content])| (number, content.trim()))
        .collect();
    found.sort_unstable();
    found
}

fn stopped() -> ProviderError {
    ProviderError::new(Failure::Passing(None), "interrupted")
}

impl Patience {
    /// The pause after a failed attempt, between half and all of what doubling makes it.
    fn pause(&self, attempt: u32) -> Duration {
        let whole = self.first.saturating_mul(1 << (attempt - 1).min(10)).min(self.longest);
        whole.mul_f64(0.5 + fastrand::f64() / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::providers::hints::Previous;
    use handback_core::text::flavor::Flavor;

    /// Answers as a script says: one function a request.
    struct Script {
        limits: Limits,
        answers: Mutex<VecDeque<Answer>>,
        requests: Mutex<Vec<usize>>,
        avoided: Mutex<Vec<String>>,
    }

    impl Provider for Script {
        fn limits(&self) -> Limits {
            self.limits
        }

        fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
            locked(&self.requests).push(request.texts.len());
            locked(&self.avoided).extend(request.hints.iter().flat_map(|hints| hints.avoid.iter().cloned()));
            match locked(&self.answers).pop_front() {
                Some(answer) => answer(request.texts),
                None => Ok(good(request.texts)),
            }
        }
    }

    fn good(texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| format!("très {text}")).collect()
    }

    fn text(source: &str) -> Text {
        let protected = Protected::new(source, Known::default(), None);
        Text {
            source: source.into(),
            protected,
            terms: Vec::new(),
            labels: Arc::default(),
            constructs: Arc::default(),
            rejected: Vec::new(),
            hints: Hints::default(),
        }
    }

    type Answer = Box<dyn FnOnce(&[String]) -> Result<Vec<String>, ProviderError> + Send>;

    type Run = (Vec<Option<Outcome>>, Option<ProviderError>, Vec<usize>, Vec<String>);

    fn run(texts: &[&str], answers: Vec<Answer>) -> (Vec<Option<Outcome>>, Option<ProviderError>, Vec<usize>) {
        let texts: Vec<Text> = texts.iter().map(|source| text(source)).collect();
        let (outcomes, ended, requests, _) = run_with(&texts, answers, false);
        (outcomes, ended, requests)
    }

    fn run_with(texts: &[Text], answers: Vec<Answer>, takes_hints: bool) -> Run {
        let limits = Limits { texts: 3, characters: 1000, bytes: 1000, concurrency: 1 };
        let (requests, avoided) = (Mutex::default(), Mutex::default());
        let script = Script { limits, answers: Mutex::new(answers.into()), requests, avoided };
        let stop = AtomicBool::new(false);
        let patience = Patience {
            attempts: 3,
            attempts_if_busy: 4,
            first: Duration::from_millis(1),
            longest: Duration::from_millis(50),
        };
        let engine = Engine {
            provider: &script,
            markup: Markup::Tokens,
            source: "en-US",
            target: "fr-FR",
            language: Language::of("fr-FR"),
            glossary: &[],
            takes_hints,
            style: None,
            limits,
            patience,
            characters_left: &Mutex::new(usize::MAX),
            stop: &stop,
        };
        let mut outcomes = vec![None; texts.len()];
        let ended = engine.translate(texts, &mut |index, outcome| {
            assert!(outcomes[index].is_none(), "{index} was reported twice");
            outcomes[index] = Some(outcome);
        });
        (outcomes, ended, script.requests.into_inner().unwrap(), script.avoided.into_inner().unwrap())
    }

    fn fails(kind: Failure) -> Answer {
        Box::new(move |_| Err(ProviderError::new(kind, "no")))
    }

    fn done(outcome: &Option<Outcome>) -> &str {
        outcome.as_ref().unwrap().as_ref().unwrap()
    }

    /// A machine would take a title for a part of the sentence.
    #[test]
    fn titles_of_links_are_sent_apart() {
        let constructs = Arc::new(Constructs::of(Flavor::Gfm));
        let texts = ["See [a](b.md \"The title\")", "![x](y.png 'The title')"].map(|source| {
            let known = Known { constructs: Some(&constructs), ..Known::default() };
            let protected = Protected::new(source, known, None);
            Text { protected, constructs: constructs.clone(), ..text(source) }
        });
        let (outcomes, ended, requests, _) = run_with(&texts, Vec::new(), false);
        assert_eq!((ended, requests), (None, vec![1, 2]));
        assert_eq!(done(&outcomes[0]), "très See [a](b.md \"très The title\")");
        assert_eq!(done(&outcomes[1]), "![très x](y.png 'très The title')");
    }

    #[test]
    fn batches_hold_what_the_service_takes_and_alike_texts_once() {
        let (outcomes, ended, requests) = run(&["one a", "**two a**", "two a", "three", "four", "`x`"], vec![]);
        assert_eq!((ended, requests), (None, vec![3, 1]));
        assert_eq!(done(&outcomes[1]), "**très two a**");
        assert_eq!(done(&outcomes[2]), "très two a");
        assert_eq!(done(&outcomes[5]), "`x`");
    }

    /// What is sent again, and what comes of it, where an earlier translation was to be edited.
    #[test]
    fn a_text_that_was_worded_again_without_need_is_asked_for_once_more() {
        let was = "Les données sont gardées trente jours en Europe";
        let previous = Previous {
            english: String::new(),
            then: "The data is kept thirty days in Europe".into(),
            change: String::new(),
            translation: was.into(),
            today: "The data is kept ninety days in Europe".into(),
            wording: was.into(),
        };
        let hints = Hints { previous: Some(previous), ..Hints::default() };
        let texts = [Text { hints, ..text("The data is kept ninety days in Europe") }];
        let says = |text: &'static str| -> Answer { Box::new(move |_| Ok(vec![text.to_owned()])) };
        let (edited, reworded) = (
            "Les données sont gardées quatre-vingt-dix jours en Europe",
            "Nous conservons tout en Europe pour trois mois",
        );
        let first = |answers, takes_hints| {
            let (outcomes, ended, requests, avoided) = run_with(&texts, answers, takes_hints);
            assert_eq!(ended, None);
            (done(&outcomes[0]).to_owned(), requests.len(), avoided)
        };
        assert_eq!(first(vec![says(edited)], true), (edited.into(), 1, vec![]));
        assert_eq!(first(vec![says(reworded), says(edited)], true), (edited.into(), 2, vec![reworded.into()]));
        // The second answer is taken; whoever takes it marks it.
        assert_eq!(first(vec![says(reworded), says(reworded)], true), (reworded.into(), 2, vec![reworded.into()]));
        assert_eq!(first(vec![says(reworded)], false), (reworded.into(), 1, vec![]), "it was never asked to edit");
    }

    #[test]
    fn passing_failures_are_tried_again() {
        let after = Failure::Passing(Some(Duration::from_millis(5)));
        let (outcomes, ended, requests) = run(&["one", "two"], vec![fails(Failure::Passing(None)), fails(after)]);
        assert_eq!((ended, requests), (None, vec![2, 2, 2]));
        assert_eq!(done(&outcomes[0]), "très one");
    }

    #[test]
    fn what_does_not_pass_ends_the_work() {
        let busy = || fails(Failure::Busy(None));
        let (_, ended, requests) = run(&["a b"], vec![busy(), busy(), busy(), busy()]);
        assert!(ended.unwrap().message.contains("given up after 4 attempts") && requests.len() == 4);
        let again = || fails(Failure::Passing(None));
        let (outcomes, ended, requests) = run(&["a b", "c", "d", "e"], vec![again(), again(), again()]);
        assert!(ended.unwrap().message.contains("given up after 3 attempts") && requests.len() == 3);
        assert!(outcomes.iter().all(Option::is_none));
        let (_, ended, requests) = run(&["a", "b"], vec![fails(Failure::Passing(Some(Duration::from_secs(9))))]);
        assert_eq!((ended.unwrap().kind, requests.len()), (Failure::Quota, 1));
        let (outcomes, ended, _) = run(&["a", "b", "c", "d"], vec![Box::new(|t| Ok(good(t))), fails(Failure::Quota)]);
        assert_eq!(ended.unwrap().kind, Failure::Quota);
        assert!(outcomes[..3].iter().all(Option::is_some) && outcomes[3].is_none());
    }

    #[test]
    fn flawed_answers_are_tried_once_more_alone() {
        let lost: Answer = Box::new(|texts| Ok(texts.iter().map(|text| text.replace("XPH0X", "")).collect()));
        let (outcomes, _, requests) = run(&["use `a` now", "plain words"], vec![lost]);
        assert_eq!(requests, [2, 1, 1]);
        assert_eq!(done(&outcomes[0]), "très use `a` now");
        assert_eq!(done(&outcomes[1]), "très plain words");
        let lost = || -> Answer {
            Box::new(|texts| Ok(texts.iter().map(|t| format!("x{}", t.replace("XPH0X", ""))).collect()))
        };
        let (outcomes, ended, requests) = run(&["use `a` now"], vec![lost(), lost()]);
        assert_eq!((ended, requests), (None, vec![1, 1]));
        assert_eq!(outcomes[0], Some(Err(Flaw::Lost("`a`".into()))));
    }

    #[test]
    fn emphasis_that_does_not_render_is_repaired() {
        for (source, answer, expected) in [
            ("This is **important**.", "これはXPO0X「重要」XPC0Xです。", "これは「**重要**」です。"),
            (
                "Click **[Save](x.md)** now.",
                "XPO0X XPO1X 保存 XPC1X XPC0Xをクリック。",
                "**[保存](x.md)** をクリック。",
            ),
            ("**Note:** read on.", "XPO0X 注意： XPC0X続きを読む。", "**注意**：続きを読む。"),
            ("This is _important_ here.", "これはXPO0X重要XPC0Xです。", "これは*重要*です。"),
        ] {
            let answer: Answer = Box::new(move |_| Ok(vec![answer.into()]));
            let (outcomes, _, requests) = run(&[source], vec![answer]);
            assert_eq!((done(&outcomes[0]), requests), (expected, vec![1]), "{source}");
        }
    }

    #[test]
    fn preambles_are_asked_for_again_and_never_taken() {
        let chatty = |words: &'static str| -> Answer {
            Box::new(move |texts| Ok(texts.iter().map(|text| format!("{words} {text}x")).collect()))
        };
        let sources = ["Save it", "Open a file", "Yes"];
        // Of one run: the first of them waits until the second shows what it is.
        let (outcomes, _, requests) = run(&sources, vec![chatty("Of course:")]);
        assert_eq!(requests, [3, 1, 1, 1]);
        assert_eq!(sources.map(|_| ()).len(), outcomes.iter().filter(|outcome| matches!(outcome, Some(Ok(_)))).count());
        assert_eq!(done(&outcomes[0]), "très Save it");
        // It does so again.
        let again = || (0..4).map(|_| chatty("Of course:")).collect();
        let (outcomes, _, _) = run(&sources, again());
        assert!(outcomes.iter().all(|outcome| *outcome == Some(Err(Flaw::Preamble("Of course:".into())))));
        // Of a single text, by what the words say.
        let (outcomes, _, requests) = run(&["Save it"], vec![chatty("Here is the translation:")]);
        assert_eq!((done(&outcomes[0]), requests), ("très Save it", vec![1, 1]));
        // One colon may be the language's.
        let (outcomes, _, requests) = run(&["Save it"], vec![chatty("Wichtig:")]);
        assert_eq!((done(&outcomes[0]), requests), ("Wichtig: Save itx", vec![1]));
    }

    #[test]
    fn wrong_counts_and_refusals_are_tried_alone() {
        let short: Answer = Box::new(|texts| Ok(good(&texts[1..])));
        let (outcomes, ended, requests) = run(&["one", "two"], vec![short]);
        assert_eq!((ended, requests), (None, vec![2, 1, 1]));
        assert_eq!(done(&outcomes[1]), "très two");
        let refuse = || fails(Failure::Content);
        let (outcomes, ended, _) = run(&["one", "two"], vec![refuse(), refuse()]);
        assert_eq!((outcomes[0].clone(), ended), (Some(Err(Flaw::Refused("no".into()))), None));
        let (_, ended, requests) = run(&["1 a", "2 b", "3 c", "4 d", "5 e", "6 f"], (0..9).map(|_| refuse()).collect());
        assert!(ended.unwrap().message.contains("refuses every text"));
        assert!(requests.len() < 8, "{requests:?}");
    }
}
