# Programmer: det, som også deltagere møder.
error-date = Skriv en dato, som 2026-11-30.
programmes-title = Programmer
programme-save = Gem
programme-saved = Gemt.
programme-cancel = Fortryd
programme-tab-overview = Overblik
programme-tab-design = Design
programme-tab-people = Deltagere
programme-tab-matching = Matchning
programme-tab-relationships = Forløb
programme-state-draft = Kladde
programme-state-open = Åben for tilmelding
programme-state-running = I gang
programme-state-closed = Afsluttet
