# Designet: det, som deltagere læser, før de siger ja.
designing-frame-roles = Hvad hver gør
designing-frame-time = Hvor længe og hvor ofte
designing-frame-boundaries = Hvad der hører til, og hvad der ikke gør
designing-frame-help = Her er der hjælp
