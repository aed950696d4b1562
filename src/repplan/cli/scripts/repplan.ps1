# Completion of repplan and rp for PowerShell. It asks repplan, which only reads your store.

Register-ArgumentCompleter -Native -CommandName repplan, rp -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $program = $null
    $words = @(foreach ($element in $commandAst.CommandElements) {
        $end = $element.Extent.EndOffset
        if ($null -eq $program) { $program = $commandAst.GetCommandName(); continue }
        if ($end -gt $cursorPosition -or ($wordToComplete -and $end -eq $cursorPosition)) { break }
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $element.Value
        } else {
            $element.Extent.Text
        }
    })
    # Through the environment: Windows PowerShell loses empty and quoted arguments. Names are
    # UTF-8, whatever the console's own code page is.
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $env:_REPPLAN_COMPLETE = 'powershell'
        $env:_REPPLAN_WORDS = (@($words) + "$wordToComplete") -join "`n"
        $answer = @(& $program 2>$null)
    } finally {
        Remove-Item Env:_REPPLAN_COMPLETE, Env:_REPPLAN_WORDS -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
    # Without an answer PowerShell offers files.
    $answer | Select-Object -Skip 1 | ForEach-Object {
        $word, $shown, $help = $_ -split "`t"
        [System.Management.Automation.CompletionResult]::new($word, $shown, 'ParameterValue', $help)
    }
}
