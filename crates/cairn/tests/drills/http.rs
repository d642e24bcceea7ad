//! A browser without comfort: one request a connection.

use std::{
    io::{self, Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let of = |line: &'_ str| line.split_once(':').map(|(n, _)| n.eq_ignore_ascii_case(name));
        let line = self.head.lines().find(|line| of(line) == Some(true))?;
        line.split_once(':').map(|(_, value)| value.trim())
    }
}

/// Somebody's browser.
#[derive(Debug, Clone)]
pub struct Browser {
    pub port: u16,
    pub cookie: String,
}

impl Browser {
    pub fn get(&self, path: &str) -> io::Result<Answer> {
        self.send(&self.head("GET", path, 0), "")
    }

    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> io::Result<Answer> {
        let body = encode(form);
        self.send(&self.head("POST", path, body.len()), &body)
    }

    /// Sends a form with one file.
    pub fn upload(&self, path: &str, name: &str, content: &[u8]) -> io::Result<Answer> {
        let text = String::from_utf8_lossy(content);
        let body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{text}\r\n--edge--\r\n"
        );
        let kind = "application/x-www-form-urlencoded";
        let head = self.head("POST", path, body.len());
        self.send(&head.replace(kind, "multipart/form-data; boundary=edge"), &body)
    }

    /// The lines of a request before its body.
    pub fn head(&self, method: &str, path: &str, length: usize) -> String {
        format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n",
            self.port, self.cookie
        )
    }

    pub fn connect(&self) -> io::Result<TcpStream> {
        let stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(stream)
    }

    fn send(&self, head: &str, body: &str) -> io::Result<Answer> {
        let mut stream = self.connect()?;
        stream.write_all(format!("{head}{body}").as_bytes())?;
        read(stream)
    }
}

/// Reads an answer to its end. One that was cut off is none.
pub fn read(mut stream: TcpStream) -> io::Result<Answer> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let cut = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(cut)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(cut)?;
    Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

pub fn encode(form: &[(&str, &str)]) -> String {
    let mut text = url::form_urlencoded::Serializer::new(String::new());
    text.extend_pairs(form);
    text.finish()
}
