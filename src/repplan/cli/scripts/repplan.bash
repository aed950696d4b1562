# Completion of repplan and rp for bash. It asks repplan, which only reads your store.

_repplan() {
    local line typed=${COMP_LINE:0:${COMP_POINT:-0}}
    # Some front ends set the words alone.
    [[ $typed ]] || { local IFS=' '; typed="${COMP_WORDS[*]:0:COMP_CWORD+1}"; }
    local -a answer=()
    while IFS= read -r line; do
        answer+=("$line")
    done < <(
        _REPPLAN_COMPLETE=bash COMP_TYPE=${COMP_TYPE-} COMP_WORDBREAKS=$COMP_WORDBREAKS \
            "${1/#\~\//$HOME/}" "$typed" 2>/dev/null
    )
    COMPREPLY=()
    if [[ ${answer[0]-} == files ]]; then
        # bash 3 has no compopt; its own completion of files quotes better than this.
        compopt -o default 2>/dev/null || while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen -f -- "${answer[1]-}")
    elif ((${#answer[@]} > 1)); then
        COMPREPLY=("${answer[@]:1}")
    fi
}

# Older than 4.4: sorted by bash.
complete -o nosort -F _repplan repplan rp 2>/dev/null || complete -F _repplan repplan rp
