namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Holds every path of a template against a model's shape.</summary>
internal sealed class VariableCheck(ModelShape shape, FaultList faults)
{
    private readonly Stack<(string Name, ModelShape Shape)> loops = [];

    public void Check(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes) Check(node);
    }

    private void Check(Node node)
    {
        switch (node)
        {
            case OutputNode { Value: PathOperand path }:
                if (Find(path) is { } found) RequireText(path, found);
                break;
            case IfNode choice:
                foreach (var branch in choice.Branches) Check(branch);
                break;
            case ForNode loop:
                Check(loop);
                break;
        }
    }

    private void Check(Branch branch)
    {
        foreach (var path in branch.Condition?.Operands.OfType<PathOperand>() ?? []) Find(path);
        Check(branch.Body);
    }

    private void Check(ForNode loop)
    {
        var list = Find(loop.List);
        if (list is { Item: null, IsUnknown: false })
            faults.Add(loop.List.Place.Fault("not_a_list", "“{0}” is not a list.", loop.List.Path));
        loops.Push((loop.Variable, list?.Item ?? ModelShape.Unknown));
        Check(loop.Body);
        loops.Pop();
    }

    private void RequireText(PathOperand path, ModelShape found)
    {
        if (found.Item is not null)
            faults.Add(path.Place.Fault("not_text", "“{0}” is a list; write “for” to go through it.", path.Path));
        if (found.Members is not null)
            faults.Add(path.Place.Fault("not_text", "“{0}” has several parts; name the one to write after a dot.", path.Path));
    }

    private ModelShape? Find(PathOperand path)
    {
        var loop = loops.FirstOrDefault(loop => loop.Name == path.Names[0]);
        var found = loop.Shape ?? shape.Find(path.Names[0]);
        foreach (var name in path.Names.Skip(1)) found = found?.Find(name);
        if (found is null) faults.Add(path.Place.Fault("unknown_variable", "This message has no variable “{0}”.", path.Path));
        return found;
    }
}
