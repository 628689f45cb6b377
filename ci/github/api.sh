# shellcheck shell=bash
# The API of GitHub, for scripts that source this. They have GH_TOKEN, and perhaps GITHUB_API_URL; they set `work`, a folder.

# Sends METHOD to PATH, with the body in FILE if there is one; leaves the answer in $work/answer and prints the status, 000 if
# there was no answer. The token is given by standard input, where a list of processes does not show it.
request() {
    local more=(--retry 3) # but nothing that would be there twice then
    if [ "$1" = POST ]; then more=(); fi
    if [ -n "${3:-}" ]; then more+=(--data "@$3" --header 'Content-Type: application/json'); fi
    printf 'header = "Authorization: Bearer %s"\n' "$GH_TOKEN" |
        curl --config - --silent --show-error --request "$1" --header 'Accept: application/vnd.github+json' \
            --header 'X-GitHub-Api-Version: 2022-11-28' --connect-timeout 20 ${more[@]+"${more[@]}"} \
            --output "${work:?}/answer" --write-out '%{http_code}' "${GITHUB_API_URL:-https://api.github.com}$2" || true
}

# Ends the script unless STATUS is GOOD: `expect STATUS GOOD WHAT HINT`. Where the token is not allowed to, that is a warning
# and no failure: the tokens of pull requests from forks are not.
expect() {
    if [ "$1" = "$2" ]; then return; fi
    case $1 in
    401 | 403 | 404)
        echo "::warning title=handback::cannot $3 ($1): $4"
        exit 0
        ;;
    esac
    echo "::error title=handback::cannot $3: the API answered $1"
    if [ -f "${work:?}/answer" ]; then head -c 2000 "$work/answer" >&2; fi
    exit 1
}
