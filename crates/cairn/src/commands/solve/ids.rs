//! People by their text in the files, numbered in the order of the file.

use std::collections::HashMap;

/// Numbered names.
#[derive(Debug, Default)]
pub struct Ids {
    names: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Ids {
    /// The number of a new name, or nothing when it is known already.
    pub fn add(&mut self, name: &str) -> Option<u32> {
        if self.numbers.contains_key(name) {
            return None;
        }
        let number = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        Some(number)
    }

    /// The number of a name, new or known.
    pub fn of(&mut self, name: &str) -> u32 {
        self.get(name).unwrap_or_else(|| self.add(name).unwrap_or_default())
    }

    pub fn get(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    pub fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn names(&self) -> &[String] {
        &self.names
    }
}
