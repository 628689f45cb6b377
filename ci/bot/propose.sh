#!/usr/bin/env bash
# Commits what a sync wrote to a branch of the bot, pushes it, and opens a pull request with TEXT, or updates the open one.
#
# | variable          | meaning                                                              |
# | ----------------- | -------------------------------------------------------------------- |
# | BRANCH            | branch of the bot                                                    |
# | BASE              | branch that the pull request is for                                  |
# | TEXT              | file with the text of the pull request                               |
# | GH_TOKEN          | token that may push and open pull requests                           |
# | GITHUB_REPOSITORY | OWNER/NAME                                                           |
# | GITHUB_API_URL    | address of the API; default: https://api.github.com                  |
# | GITHUB_SERVER_URL | address that the token is sent to; default: https://github.com       |
#
# The branch is overwritten while the bot alone committed to it. As soon as somebody else did, it is theirs: nothing is pushed,
# and a warning says so, until the pull request is merged or closed and the branch removed.
set -euo pipefail

name='github-actions[bot]'
mail='41898282+github-actions[bot]@users.noreply.github.com'
# shellcheck disable=SC2016 # the back quotes are Markdown
hint='give the job `permissions: {contents: write, pull-requests: write}`, and let workflows create pull requests in the settings'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=ci/github/api.sh
. "$(dirname "${BASH_SOURCE[0]}")/../github/api.sh"

# git with the token, which no argument and no file holds.
git_remote() {
    local token
    token=$(printf 'x-access-token:%s' "$GH_TOKEN" | base64 | tr -d '\n')
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader" \
        GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $token" git "$@"
}

git add --all -- ':/'
if git diff --cached --quiet; then
    echo "Nothing changed."
    exit 0
fi
git -c user.name="$name" -c user.email="$mail" commit --quiet --message 'Sync and draft translations'

there=$(git_remote ls-remote origin "refs/heads/$BRANCH" | cut -f 1)
if [ -n "$there" ]; then
    git_remote fetch --quiet origin "$there"
    others=$(git log --format='%an' "HEAD^..$there" | grep -Fxv "$name" | sort -u | paste -sd , - || true)
    if [ -n "$others" ]; then
        echo "::warning title=handback::$BRANCH has commits by $others: nothing was pushed. Merge or close its pull request, and remove the branch"
        exit 0
    fi
fi
git_remote push --quiet --force-with-lease="refs/heads/$BRANCH:$there" origin "HEAD:refs/heads/$BRANCH"

status=$(request GET "/repos/$GITHUB_REPOSITORY/pulls?state=open&base=$BASE&head=${GITHUB_REPOSITORY%%/*}:$BRANCH")
expect "$status" 200 "look for the pull request" "$hint"
number=$(jq -r '.[0].number // empty' "$work/answer")
jq --null-input --arg head "$BRANCH" --arg base "$BASE" --rawfile text "$TEXT" \
    '{title: "Sync and draft translations", head: $head, base: $base, body: $text}' >"$work/body"
if [ -z "$number" ]; then
    status=$(request POST "/repos/$GITHUB_REPOSITORY/pulls" "$work/body")
    expect "$status" 201 "open a pull request" "$hint"
else
    status=$(request PATCH "/repos/$GITHUB_REPOSITORY/pulls/$number" "$work/body")
    expect "$status" 200 "update pull request $number" "$hint"
fi
address=$(jq -r .html_url "$work/answer")
echo "$address"
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "address=$address" >>"$GITHUB_OUTPUT"; fi
