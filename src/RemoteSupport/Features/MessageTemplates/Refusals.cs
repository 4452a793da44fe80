using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>A text with faults is not saved and not sent (MT-2).</summary>
/// <param name="Faults">Each with its line and column, in the reader's language.</param>
public sealed record TemplateInvalid(IReadOnlyList<LocatedFault> Faults) : Refusal("template_invalid", 422, "The text cannot be used yet. Nothing is saved.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["faults"] = Faults };
}

/// <summary>Somebody else has saved the text since it was read (MT-3).</summary>
/// <param name="Present">The text as it is now.</param>
public sealed record TemplateChangedMeanwhile(ShownTemplate Present) : Refusal("changed_meanwhile", 412, "Somebody else has changed this text meanwhile. Nothing of yours is saved yet.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?>
    {
        ["version"] = Present.Version, ["subject"] = Present.Texts.Subject, ["html"] = Present.Texts.Html, ["text"] = Present.Texts.Text,
        ["savedBy"] = Present.SavedByName, ["savedAt"] = Present.SavedAt,
    };
}

/// <summary>A short message goes to a number.</summary>
public sealed record InvalidTestNumber() : Refusal("validation_failed", 422, "Enter a phone number with its country code, such as +39 06 1234 5678.")
{
    /// <inheritdoc />
    public override string? Field => "phone";
}
