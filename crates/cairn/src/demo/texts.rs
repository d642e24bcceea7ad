//! What the people of the example write, plan and meet for.

/// Goals, each with its first steps.
pub(super) const GOALS: [(&str, [&str; 3]); 6] = [
    (
        "Lead a small project from start to end",
        ["Find one nobody owns", "Ask for the mandate", "Report half-way"],
    ),
    (
        "Say what I think in the weekly meeting",
        ["Prepare one point", "Speak in the first ten minutes", "Ask Sam how it came across"],
    ),
    (
        "Decide whether I want to manage people",
        ["Talk with three new managers", "Shadow a one-to-one", "Write down what gives me energy"],
    ),
    (
        "Know ten people outside of my department",
        ["List who matters to my work", "Have coffee with two", "Return one favour"],
    ),
    (
        "Present to the board without reading it out",
        ["Cut the slides to five", "Rehearse with my mentor", "Do it"],
    ),
    (
        "Move to a role with customers",
        ["Sit in on four calls", "Talk to the care team's lead", "Apply by summer"],
    ),
];

/// Messages, in the order in which they are written.
pub(super) const MESSAGES: [&str; 6] = [
    "Hello! I read your answers and look forward to our first hour.",
    "So do I. Shall I send a line on what I would like to talk about?",
    "Please do: one question is enough.",
    "Thank you for yesterday. I tried it this morning, and it was less terrible than I thought.",
    "That is how it starts. What did the others say?",
    "They asked me to do it again next week.",
];

/// Where they meet.
pub(super) const PLACES: [&str; 3] =
    ["Video call", "Canteen, second floor", "Walk round the harbour"];

/// What a meeting is about.
pub(super) const AGENDAS: [&str; 4] = [
    "The first hour: how we came here, and what we want to agree on",
    "Where do you want to go?",
    "From a wish to a goal",
    "What did you try, and what happened?",
];
