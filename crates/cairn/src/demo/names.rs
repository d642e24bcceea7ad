//! What the people of the example are called, where they work and what they talk about.

/// Given names and family names that go together, from many places.
pub(super) const NAMES: [(&[&str], &[&str]); 12] = [
    (
        &[
            "Freja", "Emil", "Astrid", "Mikkel", "Sofie", "Rasmus", "Ida", "Jeppe", "Karla",
            "Anders",
        ],
        &["Holm", "Kjær", "Lund", "Mortensen", "Bech", "Dahl", "Søndergaard", "Vestergaard"],
    ),
    (
        &["Adaeze", "Emeka", "Ngozi", "Tunde", "Folake", "Obinna", "Yetunde", "Ikenna"],
        &["Okonkwo", "Adeyemi", "Balogun", "Eze", "Nwosu", "Afolabi", "Olatunji"],
    ),
    (
        &["Priya", "Arjun", "Ananya", "Rohan", "Kavita", "Vikram", "Meera", "Sanjay", "Divya"],
        &["Sharma", "Iyer", "Patel", "Reddy", "Banerjee", "Nair", "Kulkarni", "Mehta"],
    ),
    (
        &["Inês", "Tiago", "Beatriz", "Rui", "Catarina", "Duarte", "Leonor", "Gonçalo"],
        &["Almeida", "Ferreira", "Carvalho", "Teixeira", "Moreira", "Pinto", "Figueiredo"],
    ),
    (
        &["Mei", "Jun", "Xiu", "Wei", "Lan", "Hao", "Ying", "Bo", "Qing"],
        &["Chen", "Zhang", "Lim", "Tan", "Wong", "Huang", "Ng", "Goh"],
    ),
    (
        &["Layla", "Omar", "Yasmin", "Karim", "Nour", "Samir", "Huda", "Tariq"],
        &["Haddad", "Mansour", "Khalil", "Nasser", "Farouk", "Salim", "Aziz"],
    ),
    (
        &["Wanjiru", "Kamau", "Achieng", "Otieno", "Nyambura", "Kiptoo", "Wambui", "Baraka"],
        &["Mwangi", "Odhiambo", "Njoroge", "Kariuki", "Wekesa", "Chebet", "Omondi"],
    ),
    (
        &["Lucía", "Mateo", "Camila", "Santiago", "Valentina", "Diego", "Renata", "Joaquín"],
        &["García", "Rojas", "Herrera", "Castillo", "Vega", "Fuentes", "Navarro"],
    ),
    (
        &["Hannah", "Oliver", "Maeve", "Callum", "Isla", "Rhys", "Niamh", "Ewan", "Grace"],
        &["Fraser", "Doyle", "Whitaker", "Pryce", "Kavanagh", "Ashworth", "MacLeod", "Byrne"],
    ),
    (
        &["Agnieszka", "Tomasz", "Zofia", "Piotr", "Katya", "Mykola", "Jana", "Luka"],
        &["Nowak", "Wiśniewska", "Kowalczyk", "Novák", "Shevchenko", "Horvat", "Kovač"],
    ),
    (
        &["Aiko", "Haruto", "Yuki", "Ren", "Min-jun", "Seo-yeon", "Kenji", "Ji-woo"],
        &["Tanaka", "Sato", "Kobayashi", "Park", "Kim", "Mori", "Choi"],
    ),
    (
        &["Élodie", "Antoine", "Clara", "Lukas", "Giulia", "Marco", "Anneke", "Joost"],
        &["Moreau", "Lefèvre", "Schneider", "Vogel", "Ricci", "De Vries", "Bakker"],
    ),
];

/// A department: its name, how many work there, and what they do from the first step to the top.
pub(super) const DEPARTMENTS: [(&str, usize, [&str; 4]); 9] = [
    (
        "Engineering",
        118,
        ["Engineer", "Senior engineer", "Engineering lead", "Director of engineering"],
    ),
    ("Product", 42, ["Product analyst", "Product manager", "Product lead", "Director of product"]),
    ("Design", 28, ["Designer", "Senior designer", "Design lead", "Director of design"]),
    (
        "Sales",
        64,
        ["Account executive", "Senior account executive", "Sales lead", "Director of sales"],
    ),
    (
        "Marketing",
        34,
        ["Marketing specialist", "Campaign manager", "Marketing lead", "Director of marketing"],
    ),
    ("Finance", 30, ["Accountant", "Financial analyst", "Controller", "Director of finance"]),
    (
        "People",
        22,
        ["People partner", "Senior people partner", "People lead", "Director of people"],
    ),
    (
        "Customer care",
        44,
        ["Care specialist", "Senior care specialist", "Care lead", "Director of care"],
    ),
    ("Legal", 12, ["Paralegal", "Counsel", "Senior counsel", "General counsel"]),
];

/// A place: its name, its clock, what is spoken there beside English, and its share of ten.
pub(super) const SITES: [(&str, &str, &str, usize); 5] = [
    ("Copenhagen", "Europe/Copenhagen", "Danish", 4),
    ("Lisbon", "Europe/Lisbon", "Portuguese", 2),
    ("London", "Europe/London", "English", 2),
    ("Nairobi", "Africa/Nairobi", "Swahili", 1),
    ("Singapore", "Asia/Singapore", "Mandarin", 1),
];

/// Groups that some have joined of their own accord.
pub(super) const GROUPS: [&str; 3] =
    ["Women in technology", "Parents and carers", "First generation"];

/// Why somebody wants a mentor, in their words.
pub(super) const REASONS: [&str; 8] = [
    "I have been in the same job for three years and would like to know what else there is here.",
    "I would like to lead a team one day, and to find out whether I am the type.",
    "I want to speak up in rooms where everybody is louder than I am.",
    "I changed field last year and still feel that I must prove something every morning.",
    "I have good ideas and no idea how one gets them through in a company of this size.",
    "My second child is on the way, and I would like to talk with somebody who has been there.",
    "I want to be the person whom people ask about our data, not the one who cleans it.",
    "I know nobody outside of my own team.",
];

/// How a mentor came to where they are, in their words.
pub(super) const STORIES: [&str; 8] = [
    "I began in customer care, learned to code at night, and have moved sideways twice since.",
    "I led a team too early, failed, went back to being an expert, and tried again ten years later.",
    "Three countries, two companies, one redundancy. The redundancy taught me most.",
    "I never planned anything. People kept asking for help, and that became the job.",
    "A trained teacher who strayed into finance and stayed for the people.",
    "I came back after five years with the children, one step lower, and took two steps since.",
    "I spent eight years abroad, and coming home was the hardest move of all.",
    "My own mentor asked better questions than I had answers; I would like to pass that on.",
];
