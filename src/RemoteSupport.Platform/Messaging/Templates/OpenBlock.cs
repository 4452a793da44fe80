namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>An "if" or "for" whose "end" has not come yet, or the template itself. A stack of these instead of recursion: no input can exhaust the call stack.</summary>
internal class OpenBlock(Place place, string keyword)
{
    public Place Place => place;

    public string Keyword => keyword;

    public List<Node> Body { get; protected set; } = [];

    /// <summary>The finished node; null when its head had a fault.</summary>
    public virtual Node? Close() => null;
}

internal sealed class OpenFor(Place place, string? variable, PathOperand? list) : OpenBlock(place, "for")
{
    public override Node? Close() => variable is null || list is null ? null : new ForNode(Place, variable, list, Body);
}

internal sealed class OpenIf(Place place, Condition? condition) : OpenBlock(place, "if")
{
    private readonly List<Branch> branches = [];

    public bool HasElse { get; private set; }

    public void Else(Condition? next, bool isLast)
    {
        branches.Add(new(condition, Body));
        (condition, Body, HasElse) = (next, [], isLast);
    }

    public override Node Close()
    {
        branches.Add(new(condition, Body));
        return new IfNode(Place, branches);
    }
}
