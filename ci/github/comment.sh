#!/usr/bin/env bash
# Keeps one comment on a pull request: it is written once, and updated ever after. Where there is nothing to say and no
# comment yet, none is written; one that is there then says so.
#
#     comment.sh FILE drift|clean
#
# | variable          | meaning                                                                                  |
# | ----------------- | ---------------------------------------------------------------------------------------- |
# | GH_TOKEN          | token that may write comments (`pull-requests: write`)                                   |
# | GITHUB_REPOSITORY | OWNER/NAME                                                                               |
# | NUMBER            | number of the pull request                                                               |
# | MARKER            | what tells this comment from others of the same kind, such as the folder of the project |
# | HEAD              | commit that the pull request must have as its head; default: any                         |
# | GITHUB_API_URL    | address of the API; default: https://api.github.com                                      |
set -euo pipefail

marker="<!-- handback: ${MARKER:-.} -->"
# shellcheck disable=SC2016 # the back quotes are Markdown
hint='give the job `permissions: pull-requests: write`; pull requests from forks have no token that may'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=ci/github/api.sh
. "$(dirname "${BASH_SOURCE[0]}")/api.sh"

# Leaves the id of the comment that bears the marker in `comment`, empty if there is none. Whatever people quote, only a
# comment of this token's own user counts, or of a program where the token does not say whose it is (as that of a workflow).
find_comment() {
    local page=1 status me=''
    comment=''
    if [ "$(request GET /user)" = 200 ]; then me=$(jq -r .login "$work/answer"); fi
    while [ -z "$comment" ]; do
        status=$(request GET "/repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments?per_page=100&page=$page")
        expect "$status" 200 "read the comments of pull request $NUMBER" "$hint"
        comment=$(jq -r --arg marker "$marker" --arg me "$me" '
            map(select((.body | startswith($marker))
                and (if $me == "" then .user.type == "Bot" else .user.login == $me end))) | .[0].id // empty' "$work/answer")
        if [ "$(jq length "$work/answer")" -lt 100 ]; then break; fi
        page=$((page + 1))
    done
}

if [ -n "${HEAD:-}" ]; then
    status=$(request GET "/repos/$GITHUB_REPOSITORY/pulls/$NUMBER")
    expect "$status" 200 "look at pull request $NUMBER" "$hint"
    if [ "$(jq -r .head.sha "$work/answer")" != "$HEAD" ]; then
        echo "::warning title=handback::pull request $NUMBER is not at $HEAD any more, or never was: no comment"
        exit 0
    fi
fi
find_comment
if [ -z "$comment" ] && [ "$2" = clean ]; then
    echo "Nothing to say, and no comment yet."
    exit 0
fi
jq --null-input --arg marker "$marker" --rawfile text "$1" '{body: ($marker + "\n" + $text)}' >"$work/body"
if [ -z "$comment" ]; then
    status=$(request POST "/repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" "$work/body")
    expect "$status" 201 "comment on pull request $NUMBER" "$hint"
    echo "Wrote a comment."
else
    status=$(request PATCH "/repos/$GITHUB_REPOSITORY/issues/comments/$comment" "$work/body")
    expect "$status" 200 "update comment $comment" "$hint"
    echo "Updated comment $comment."
fi
