# Runs texts that a NUL ends, as sourcing a file does; prints the values of BEFORE, KEY and AFTER for each, a NUL after each of them.
mapfile -d ''
for text in "${MAPFILE[@]}"; do
  unset BEFORE KEY AFTER
  eval "$text"
  printf '%s\0%s\0%s\0' "$BEFORE" "$KEY" "$AFTER"
done
