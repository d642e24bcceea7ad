//! A real `cairn serve`, to be killed.

use std::{
    net::TcpListener,
    process::{Child, Command, ExitStatus, Output, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use crate::http::Browser;

const CAIRN: &str = env!("CARGO_BIN_EXE_cairn");
/// The founder of every drill.
pub const AMAL: &str = "amal@larkspur.example";

/// A running program.
pub struct Server {
    pub port: u16,
    /// From the start of the process to its first «ready».
    pub ready_after: Duration,
    child: Child,
}

impl Server {
    pub fn start(database: &str, more: &[(&str, &str)]) -> Self {
        // Another process could take the port in between; then the start fails and says so.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let began = Instant::now();
        let child = command(database)
            .arg("serve")
            .env("CAIRN_LISTEN", format!("127.0.0.1:{port}"))
            .env("RUST_LOG", "error")
            .envs(more.iter().copied())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut server = Self { port, ready_after: Duration::ZERO, child };
        loop {
            let answer = server.stranger().get("/readyz");
            if answer.is_ok_and(|answer| answer.status == 200) {
                server.ready_after = began.elapsed();
                return server;
            }
            assert!(server.child.try_wait().unwrap().is_none(), "the program ended at its start");
            assert!(began.elapsed() < Duration::from_secs(30), "the program is not ready");
            sleep(Duration::from_millis(5));
        }
    }

    pub fn stranger(&self) -> Browser {
        Browser { port: self.port, cookie: String::new() }
    }

    /// Somebody's browser, signed in by a link from the console.
    pub fn sign_in(&self, database: &str, email: &str) -> Browser {
        let link = told(database, &["user", "link", email]);
        let secret = link.trim().rsplit('/').next().unwrap();
        let answer = self.stranger().post(&format!("/sign-in/link/{secret}"), &[]).unwrap();
        assert_eq!(answer.status, 303, "{answer:?}");
        let cookie = answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        Browser { port: self.port, cookie }
    }

    /// Ends it as a power switch ends a program.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, as service managers do.
    pub fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    /// Waits until it has ended by itself.
    pub fn ended(mut self, within: Duration) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < within, "it did not end within {within:?}");
            sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // After a failed assertion; otherwise it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(database: &str) -> Command {
    let mut command = Command::new(CAIRN);
    command.env_clear().env("CAIRN_DATABASE", database).env("RUST_LOG", "error");
    command
}

/// Runs a command of the console.
pub fn run(database: &str, args: &[&str]) -> Output {
    command(database).args(args).output().unwrap()
}

/// What a command of the console says, when it goes well.
pub fn told(database: &str, args: &[&str]) -> String {
    let output = run(database, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Founds Larkspur with Amal.
pub fn found(database: &str) {
    let founded =
        ["user", "found", "--organisation", "Larkspur", "--name", "Amal", "--email", AMAL];
    told(database, &founded);
}
