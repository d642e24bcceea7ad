//! Reading and writing cookies.

use http::{HeaderMap, HeaderValue, header::COOKIE};

/// The value of a cookie.
#[must_use]
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(n, value)| (n == name).then_some(value))
}

/// A `Set-Cookie` header for the whole site: not readable by scripts, not sent by other sites'
/// forms. `max_age` in seconds; 0 removes the cookie. Names that begin with `__Host-` are secure.
#[must_use]
pub fn write(name: &str, value: &str, max_age: i64) -> HeaderValue {
    let secure = if name.starts_with("__Host-") { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}
