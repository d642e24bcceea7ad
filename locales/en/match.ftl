# `cairn match` on the terminal, and its report.

match-unknown-design = There is no design “{ $design }”. Give a design file or one of: { $known }.
match-unreadable = { $path } cannot be read: { $error }
match-out-not-empty = { $path } is not empty. Give a new or empty directory, so that no earlier answer is mixed with this one.
match-out-not-a-directory = { $path } is not a directory. Give a new or empty directory.
match-nothing-written = Nothing was written. Correct the lines above and run it again.
match-note = Note: { $note }
match-done-pairs = { $pairs ->
        [one] One pair
       *[other] { $pairs } pairs
    } from { $people } people; { $alone ->
        [0] everybody has a partner.
        [one] one person has no partner (unmatched.csv says why).
       *[other] { $alone } people have no partner (unmatched.csv says why).
    }
match-done-pool = { $count ->
        [one] One relationship
       *[other] { $count } relationships
    } with { $people } people; { $alone ->
        [0] everybody has a partner.
        [one] one person has no partner (unmatched.csv says why).
       *[other] { $alone } people have no partner (unmatched.csv says why).
    }
match-done-groups = { $count ->
        [0] No group could be formed
        [one] One group
       *[other] { $count } groups
    } with { $people } people; { $alone ->
        [0] nobody is left over.
        [one] one person is in no group (unmatched.csv says why).
       *[other] { $alone } people are in no group (unmatched.csv says why).
    }
match-group = Group { $number }
match-pair = Pair { $number }
match-left-over = Left over
match-done-not-applied = { $count ->
        [one] One condition of the design could not be applied, because the file says nothing about it.
       *[other] { $count } conditions of the design could not be applied, because the file says nothing about them.
    }
match-done-out = Read { $out }/report.html first.
match-done-impossible = There is no way to keep all the rules. { $out }/report.html says which stand against each other.
match-proof-optimal = No other matching under these rules scores better: that is proved.
match-proof-stable = No two people would rather have each other than the partners they have: that is proved.
match-proof-feasible = The best matching found; none can score more than { $gap } % better.

match-title = Matching report
match-from = From
match-objective-total = best sum of scores
match-objective-coverage = most people first, then the best sum of scores
match-objective-worst-off = most people first, then the worst-off as well off as possible
match-objective-stable = stable against everybody’s preferences
match-impossible = The rules leave no admissible matching
match-figures = The figures
match-card-of = of { $all } ({ $share } %)
match-card-pairs = pairs
match-card-people = people with a partner
match-card-receivers = { $role } with a partner
match-card-score = mean score of 100
match-card-least = lowest { $score }
match-which = See which.
match-scores = Pairs by score
match-alone-title = { $count ->
        [0] Nobody without a partner
        [one] One person without a partner
       *[other] { $count } without a partner
    }
match-alone-none = Everybody has somebody.
match-name = Name
match-role = Role
match-why = Why
match-change = Cheapest change
match-worst-title = The pairs to look at first
match-worst-help = The lowest scores, with what they are made of. A low score is not a bad pair; it is one for which the answers promise least.
match-score = Score
match-parts = Made of
match-pairs-title = { $count ->
        [one] The pair
       *[other] All { $count } pairs
    }
match-pairs-help = The sentence is what the person in the first column may read; the small print is for you.
match-reason = Why this partner
match-more-rows = { $count ->
        [one] One more row is in
       *[other] { $count } more rows are in
    }
match-rules-title = What was asked for
match-musts = Kept by every pair
match-wishes = Wished for
match-wish = Wish
match-weight = Weight
match-worth = Points
match-weight-high = high
match-weight-medium = medium
match-weight-low = low
match-unknown = { $count ->
        [one] not known of one person
       *[other] not known of { $count } people
    }
match-unusable = Could not be applied
match-notes-title = About the file
match-certificate-title = How to read the certificate
match-certificate-what = certificate.json holds a price for each person. If every pair is charged the prices of its two people, no pair is worth more than it costs except those already counted, so the prices add up to a bound that no matching can pass. Where total and bound are the same, this matching is the best there is.
match-certificate-total = Total of all scores
match-certificate-bound = No matching can exceed
match-certificate-check = Anybody can check it without trusting this program’s solver: run the match with --question DIR, then “cairn solve DIR --out OUT” and “cairn verify DIR OUT”.
match-footer = Made offline by Cairn, open-source mentoring software. Nothing left this computer.
match-digest = The same input gives the same matching. Input
