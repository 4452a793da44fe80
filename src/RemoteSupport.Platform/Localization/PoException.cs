namespace RemoteSupport.Platform.Localization;

/// <summary>A PO file that cannot be read, with the place in it. Line and column count from 1.</summary>
internal sealed class PoException(string file, int line, int column, string fault)
    : FormatException($"{file}({line},{column}): {fault}")
{
    public string File { get; } = file;
    public int Line { get; } = line;
    public int Column { get; } = column;
    public string Fault { get; } = fault;
}
