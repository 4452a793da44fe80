namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Which paths are written on every way through a template: a link that only some recipients get is a missing link.</summary>
internal static class CompulsoryCheck
{
    public static HashSet<string> AlwaysWritten(IEnumerable<Node> nodes)
    {
        var written = new HashSet<string>();
        foreach (var node in nodes) written.UnionWith(AlwaysWritten(node));
        return written;
    }

    private static HashSet<string> AlwaysWritten(Node node) => node switch
    {
        OutputNode { Value: PathOperand path, Pipes.Count: 0 } => [path.Path],
        IfNode choice when choice.Branches[^1].Condition is null => choice.Branches
            .Select(branch => AlwaysWritten(branch.Body))
            .Aggregate((all, branch) => { all.IntersectWith(branch); return all; }),
        _ => [],
    };
}
