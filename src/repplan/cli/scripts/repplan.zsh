#compdef repplan rp
# Completion of repplan and rp for zsh. It asks repplan, which only reads your store.

_repplan() {
    emulate -L zsh
    setopt extendedglob
    local typed=$PREFIX head
    local -a answer before offers shown match mbegin mend

    # The word as repplan would get it; zsh has already taken the opening quote off.
    case $compstate[quote] in
        '') typed=${(Q)PREFIX} ;;
        '"') typed=${PREFIX//(#b)\\([\\\$\"\`])/$match[1]} ;;
    esac
    (( CURRENT > 2 )) && before=("${(@Q)words[2,CURRENT-1]}")
    answer=("${(@f)$(
        _REPPLAN_COMPLETE=zsh "${${(Q)words[1]}/#\~\//$HOME/}" "${before[@]}" "$typed" 2>/dev/null
    )}")
    head=$answer[1]
    shift answer
    if [[ $head == files ]]; then
        [[ $typed == --*=* ]] && compset -P 1 '*='
        _files
        return
    fi
    offers=("${(@)answer%%$'\t'*}")
    shown=("${(@)answer#*$'\t'}")
    (( $#offers )) || return 1
    # Names that don't begin as typed (王建国 for wang) have nothing in common to go on from.
    [[ $head == menu ]] && compstate[insert]=menu
    # -U: they answer to what was typed, whatever they begin with. -V: in repplan's order.
    local -a lines=(${(M)shown:#*'  -- '*})
    compadd -U -V repplan ${lines:+-l} -d shown -a offers
}

if [[ $funcstack[1] == _repplan ]]; then
    _repplan "$@" # zsh found this file by its name and runs it
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _repplan repplan rp
fi
