namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Where something stands in a template: line and column, from 1.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public TemplateFault Fault(string code, string message, params object[] arguments) => new(Line, Column, code, message, arguments);
}

/// <summary>The faults found so far. Nobody reads more than the first few, so a hostile text cannot fill the memory with them.</summary>
internal sealed class FaultList
{
    private const int Most = 20;
    private readonly List<TemplateFault> faults = [];

    public IReadOnlyList<TemplateFault> InOrder => [.. faults.OrderBy(fault => (fault.Line, fault.Column))];

    public bool IsEmpty => faults.Count == 0;

    public void Add(TemplateFault fault)
    {
        if (faults.Count < Most) faults.Add(fault);
    }

    public void Syntax(Place place, string message, params object[] arguments) => Add(place.Fault("syntax", message, arguments));
}
