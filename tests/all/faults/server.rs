//! A translation service that misbehaves on demand, for tests of everything that may go wrong on the line.
//!
//! It listens on this machine only and speaks as much HTTP/1.1 as a JSON `POST` needs. A script says what
//! becomes of the first requests, one [`Fault`] each; all others get a translation. It speaks the protocols
//! of LibreTranslate, DeepL and chat completions, and takes the path of a request for the sign of which.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read as _, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// What the server does with one request. It writes what it likes; then the connection is closed.
pub type Fault = Box<dyn FnOnce(&Asked, &mut TcpStream) -> io::Result<()> + Send>;

/// How the server translates a text; markup is in it as the protocol has it.
pub type Translator = fn(&str) -> String;

/// A request as it came in.
#[derive(Debug, Clone)]
pub struct Asked {
    pub at: Instant,
    pub path: String,
    /// Request line and headers.
    pub head: String,
    pub body: String,
}

/// A running server; it ends when it goes out of scope.
pub struct FaultServer {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

struct Shared {
    script: Mutex<VecDeque<Fault>>,
    asked: Mutex<Vec<Asked>>,
    /// Requests that got a translation, all bytes of it.
    answered: Mutex<Vec<Asked>>,
    translator: Mutex<Translator>,
    /// How long a translation takes.
    delay: Mutex<Duration>,
    /// Requests at work.
    busy: AtomicUsize,
    over: AtomicBool,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl FaultServer {
    pub fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            script: Mutex::default(),
            asked: Mutex::default(),
            answered: Mutex::default(),
            translator: Mutex::new(good),
            delay: Mutex::default(),
            busy: AtomicUsize::new(0),
            over: AtomicBool::new(false),
        });
        let own = Arc::clone(&shared);
        let listener = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if own.over.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&own);
                // A client that goes away in the middle is none of our business.
                std::thread::spawn(move || stream.and_then(|stream| shared.serve(stream)));
            }
        });
        Self { address, shared, listener: Some(listener) }
    }

    /// A server with a script.
    pub fn with(script: impl IntoIterator<Item = Fault>) -> Self {
        let server = Self::start();
        server.then(script);
        server
    }

    /// Goes on with these faults, then normally.
    pub fn then(&self, script: impl IntoIterator<Item = Fault>) {
        locked(&self.shared.script).extend(script);
    }

    /// Behaves from now on: what is left of the script is dropped.
    pub fn recover(&self) {
        locked(&self.shared.script).clear();
        self.translates(good);
    }

    /// Translates like this from now on.
    pub fn translates(&self, translator: Translator) {
        *locked(&self.shared.translator) = translator;
    }

    /// Takes so long for every translation from now on.
    pub fn takes(&self, delay: Duration) {
        *locked(&self.shared.delay) = delay;
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// All requests so far.
    pub fn asked(&self) -> Vec<Asked> {
        locked(&self.shared.asked).clone()
    }

    /// How many requests there were.
    pub fn count(&self) -> usize {
        locked(&self.shared.asked).len()
    }

    /// Texts of all requests so far.
    pub fn texts(&self) -> Vec<String> {
        locked(&self.shared.asked).iter().flat_map(Asked::texts).collect()
    }

    /// Texts of the requests that got a translation.
    pub fn answered(&self) -> Vec<String> {
        locked(&self.shared.answered).iter().flat_map(Asked::texts).collect()
    }

    /// No request is at work.
    pub fn is_idle(&self) -> bool {
        self.shared.busy.load(Ordering::Relaxed) == 0
    }

    /// Forgets the requests so far.
    pub fn forget(&self) {
        locked(&self.shared.asked).clear();
        locked(&self.shared.answered).clear();
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::Relaxed);
        // The listener waits for a connection; here it is.
        let _ = TcpStream::connect(self.address);
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

impl Shared {
    /// The requests of a connection in turn.
    fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        while let Some(asked) = Asked::read(&mut reader)? {
            self.busy.fetch_add(1, Ordering::Relaxed);
            let result = self.one(&asked, &mut stream);
            self.busy.fetch_sub(1, Ordering::Relaxed);
            if !result? {
                return stream.shutdown(Shutdown::Both);
            }
        }
        Ok(())
    }

    /// Answers a request; false if the connection is to be closed then.
    fn one(&self, asked: &Asked, stream: &mut TcpStream) -> io::Result<bool> {
        // Both at once, so that requests and faults are in the same order.
        let fault = {
            let mut log = locked(&self.asked);
            log.push(asked.clone());
            locked(&self.script).pop_front()
        };
        if let Some(fault) = fault {
            return fault(asked, stream).map(|()| false);
        }
        let delay = *locked(&self.delay);
        std::thread::sleep(delay);
        let translator = *locked(&self.translator);
        let texts: Vec<String> = asked.texts().iter().map(|text| translator(text)).collect();
        stream.write_all(&response("200 OK", &[], &asked.answer(&texts)))?;
        locked(&self.answered).push(asked.clone());
        Ok(true)
    }
}

impl Asked {
    /// The next request of a connection, if there is one.
    fn read(reader: &mut BufReader<TcpStream>) -> io::Result<Option<Self>> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if reader.read_line(&mut head)? == 0 {
                return Ok(None);
            }
        }
        let lower = head.to_ascii_lowercase();
        let len = lower.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        let mut body = vec![0; len.unwrap_or(0)];
        reader.read_exact(&mut body)?;
        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
        Ok(Some(Self { at: Instant::now(), path, head, body: String::from_utf8_lossy(&body).into_owned() }))
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// The texts to translate.
    pub fn texts(&self) -> Vec<String> {
        let strings = |list: &Value, key: &str| -> Vec<String> {
            let text = |value: &Value| value.pointer(key).and_then(Value::as_str).map(str::to_owned);
            list.as_array().into_iter().flatten().filter_map(text).collect()
        };
        let body = self.json();
        if self.is_chat() {
            let segments = body.pointer("/messages/1/content").and_then(Value::as_str).unwrap_or_default();
            let segments: Value = serde_json::from_str(segments).unwrap_or_default();
            return strings(&segments["segments"], "/text");
        }
        strings(if self.is_deepl() { &body["text"] } else { &body["q"] }, "")
    }

    /// A successful answer with these texts.
    pub fn answer(&self, texts: &[String]) -> String {
        if self.is_chat() {
            let segment = |(id, text): (usize, &String)| json!({ "id": id, "text": text });
            let segments: Vec<Value> = texts.iter().enumerate().map(segment).collect();
            let content = json!({ "segments": segments }).to_string();
            return json!({ "choices": [{ "finish_reason": "stop", "message": { "content": content } }] }).to_string();
        }
        if self.is_deepl() {
            let translations: Vec<Value> = texts.iter().map(|text| json!({ "text": text })).collect();
            return json!({ "translations": translations }).to_string();
        }
        // This service takes entities for characters at last.
        let plain = |text: &String| text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        json!({ "translatedText": texts.iter().map(plain).collect::<Vec<_>>() }).to_string()
    }

    fn is_chat(&self) -> bool {
        self.path.ends_with("/chat/completions")
    }

    fn is_deepl(&self) -> bool {
        self.path.ends_with("/v2/translate")
    }
}

/// A translation as good as any: one word more, all markup where it was.
pub fn good(text: &str) -> String {
    format!("tr {text}")
}

/// A whole response.
fn response(status: &str, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    format!("{head}\r\n{body}").into_bytes()
}

/// Translates as if nothing were.
pub fn normal() -> Fault {
    texts(|texts| texts.iter().map(|text| good(text)).collect())
}

/// Answers with a status, headers and a body.
pub fn status(status: &'static str, headers: &[(&'static str, &str)], body: &'static str) -> Fault {
    let headers: Vec<(&str, String)> = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Box::new(move |_, stream| {
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        stream.write_all(&response(status, &headers, body))
    })
}

/// Answers with other texts than it was asked for.
pub fn texts(make: impl FnOnce(Vec<String>) -> Vec<String> + Send + 'static) -> Fault {
    Box::new(move |asked, stream| stream.write_all(&response("200 OK", &[], &asked.answer(&make(asked.texts())))))
}

/// Translates too late.
pub fn late(delay: Duration) -> Fault {
    Box::new(move |asked, stream| {
        std::thread::sleep(delay);
        normal()(asked, stream)
    })
}

/// Writes exactly this, whatever was asked.
pub fn bytes(bytes: impl Into<Vec<u8>>) -> Fault {
    let bytes = bytes.into();
    Box::new(move |_, stream| stream.write_all(&bytes))
}

/// Translates, but the line is cut before this share of the response went over it, in percent of the head
/// and of the body.
pub fn cut(head: usize, body: usize) -> Fault {
    Box::new(move |asked, stream| {
        let texts: Vec<String> = asked.texts().iter().map(|text| good(text)).collect();
        let whole = response("200 OK", &[], &asked.answer(&texts));
        let end_of_head = whole.windows(4).position(|bytes| bytes == b"\r\n\r\n").map_or(0, |at| at + 4);
        let len = end_of_head * head / 100 + (whole.len() - end_of_head) * body / 100;
        stream.write_all(&whole[..len])
    })
}

/// Sends an endless answer, as far as it is taken, and notes how much was.
pub fn flood(len: usize, taken: Arc<Mutex<usize>>) -> Fault {
    Box::new(move |_, stream| {
        let start = format!("HTTP/1.1 200 OK\r\nContent-Length: {len}\r\n\r\n{{\"translatedText\": [\"");
        stream.write_all(start.as_bytes())?;
        let block = [b'x'; 1 << 16];
        while *locked(&taken) < len {
            stream.write_all(&block)?;
            *locked(&taken) += block.len();
        }
        Ok(())
    })
}
