# Completion of repplan and rp for fish. It asks repplan, which only reads your store.

function __repplan_complete
    set -l before (commandline -opc)
    set -l typed (commandline -ct)
    set -l program (string replace -r '^~(?=/)' -- "$HOME" $before[1])
    set -l answer (env _REPPLAN_COMPLETE=fish $program $before[2..] "$typed" 2>/dev/null)
    if test "$answer[1]" != files
        printf '%s\n' $answer[2..]
        return
    end
    # --store=PATH is one word: its beginning stays.
    set -l option (string match -r '^--[^=]*=' -- "$typed")
    for path in (__fish_complete_path (string replace -- "$option" '' "$typed"))
        echo -- "$option"$path
    end
end

for program in repplan rp
    complete -c $program -e
    complete -c $program -f -k -a '(__repplan_complete)'
end
