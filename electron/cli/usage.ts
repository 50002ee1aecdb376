export const usage = `Plans on the command line.

  plan read PAGE [-o FILE]       make a plan file of a goals page, as text or as wikitext
  plan check FILE [--json]       say whether a plan file is valid, and what it holds
  plan show FILE [--quarter 2]   print the board, of the year or of one quarter
  plan diff A B [--json]         say what differs between two files of one plan
  plan merge A B [-o FILE]       unite two files of one plan
  plan merge BASE A B [NAME]     the same as git asks for it (%O %A %B %P): the result is written over A
  plan wikitext FILE [-o PAGE]   write a plan as the source of a wiki page
  plan report FILE [--quarter 2] [--format md|wiki|html|csv] [--notes] [-o FILE]
                                 write the report of a quarter, or of the year
  plan schema [-o FILE]          print the JSON Schema of plan files

A file that was changed by hand, or made by a script, is read like any other: what differs is taken as edits.
A file named - is standard input. Without -o the result goes to standard output;
what was not understood, what was only supposed and what both sides edited goes to standard error.

Ends with 0 when done, 1 when a file was refused or could not be read or written, 2 when misused.
`
