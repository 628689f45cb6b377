# Makes Markdown of the wordings that came: how many from where, a table for each locale, and the problems that sync reported.
# GitHub takes 65,536 characters, so tables end after `most` rows in all, and long texts are cut.
def most: 60;
def longest: 160;

# Whatever a text holds is shown as it is: no link, no mention, no end of a table.
def plain:
    (if length > longest then .[:longest] + "…" else . end)
    | [explode[] | if . < 128 and ([.] | implode | test("[A-Za-z0-9 ]") | not) then "&#\(.);" else [.] | implode end]
    | add // "";
def plural($one; $many): if . == 1 then "1 \($one)" else "\(.) \($many)" end;

. as $all
| ($all | length) as $count
| [
    (if $count == 0 then "No translation came." else
        "\($count | plural("translation"; "translations")) came: \($all | group_by(.[5])
            | map("\(length) from `\(.[0][5] // "a file")`") | join(", ")). Drafts of machines are marked as such until somebody approves them: `handback review`."
    end),
    ($all[:most] | group_by(.[0])[]
        | "", "### \(.[0][0])", "", "| English | translation | from |", "|---|---|---|",
          (.[] | "| \(.[3] | plain) | \(.[4] | plain) | `\(.[5] // "a file")` |")),
    (if $count > most then "", "\($count - most) more are in the files." else empty end),
    (if $code != "0" then "", "Problems of this run, also those of other texts:", "",
        ($log | split("\n") | map(select(test("^(error|warning|finding)"))) | .[:20][] | "- \(plain)") else empty end)
  ]
| join("\n")
