using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Limits;

/// <summary>Shorter or longer than makes sense.</summary>
/// <param name="Which">The field.</param>
/// <param name="Shortest">In the reader's language.</param>
/// <param name="Longest">In the reader's language.</param>
public sealed record LimitOutOfRange(string Which, string Shortest, string Longest) : Refusal("duration_out_of_range", 422, "Choose a length of time from {0} to {1}.")
{
    /// <inheritdoc />
    public override object[] Arguments => [Shortest, Longest];

    /// <inheritdoc />
    public override string Field => Which;
}

/// <summary>Of two who save at once the second is told.</summary>
public sealed record LimitsChangedMeanwhile() : Refusal("changed_meanwhile", 409, "Somebody else has changed the limits meanwhile. Nothing of yours is saved yet.");
