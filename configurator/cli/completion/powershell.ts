import type { CommandEntry } from '../command-table.ts';

export function powershellCompletion(table: readonly CommandEntry[]): string {
  const names = table.map(({ name, brief }) => `    ${quote(name)} = ${quote(brief)}`);
  const flags = table.map(({ name, flags }) => {
    const own = flags.map(({ flag, brief }) => `${quote(flag)} = ${quote(brief)}`);
    return `    ${quote(name)} = [ordered]@{ ${own.join('; ')} }`;
  });
  const values = table.flatMap(({ name, flags, argument }) => [
    ...flags.flatMap(({ flag, value }) => listed(`${name} ${flag}`, value)),
    ...listed(name, argument),
  ]);
  return `Register-ArgumentCompleter -Native -CommandName cle -ScriptBlock {
  param($word, $ast, $cursor)
  $names = [ordered]@{
${names.join('\n')}
  }
  $flags = @{
${flags.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $typed = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($word) { $typed = @($typed | Select-Object -SkipLast 1) }
  $found = [ordered]@{}
  if ($typed.Count -eq 0) {
    $found = $names
  } else {
    $last = "$($typed[0]) $($typed[-1])"
    if ($typed.Count -gt 1 -and $values.ContainsKey($last)) {
      foreach ($value in $values[$last]) { $found[$value] = $value }
    } else {
      foreach ($value in @($values[$typed[0]])) { if ($value) { $found[$value] = $value } }
      if ($flags.ContainsKey($typed[0])) { foreach ($flag in $flags[$typed[0]].GetEnumerator()) { $found[$flag.Key] = $flag.Value } }
    }
  }
  foreach ($each in $found.GetEnumerator()) {
    if ($each.Key.StartsWith($word)) {
      [System.Management.Automation.CompletionResult]::new($each.Key, $each.Key, 'ParameterValue', $each.Value)
    }
  }
}
`;
}

function listed(place: string, value: CommandEntry['argument']): string[] {
  if (value === undefined || typeof value === 'string') return [];
  return [`    ${quote(place)} = @(${value.map(quote).join(', ')})`];
}

/** PowerShell treats typographic quotes, which our French texts have, as quotes. */
function quote(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}
