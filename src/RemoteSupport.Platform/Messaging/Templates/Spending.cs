namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>What one rendering has used of its budget.</summary>
internal sealed class Spending(TemplateBudget budget)
{
    private const int CharactersAStep = 256;
    private int steps;

    /// <summary>Where the rendering stands, for the fault.</summary>
    public Place Place { get; private set; } = new(1, 1);

    public void Step(Place place)
    {
        Place = place;
        Step();
    }

    public void Work(string text) => Step(text.Length / CharactersAStep);

    public void Enter(int depth)
    {
        if (depth > budget.Depth) throw Exceeded("too_deep", "“if” and “for” stand in each other more than {0} deep.", budget.Depth);
    }

    public void Written(int length)
    {
        if (length > budget.OutputLength) throw Exceeded("too_large", "The message becomes longer than {0} characters.", budget.OutputLength);
    }

    private void Step(int count = 1)
    {
        steps += count;
        if (steps > budget.Steps) throw Exceeded("too_many_steps", "The message takes more than {0} steps to write.", budget.Steps);
    }

    private TemplateBudgetExceeded Exceeded(string code, string message, int limit) => new(Place.Fault(code, message, limit));
}
