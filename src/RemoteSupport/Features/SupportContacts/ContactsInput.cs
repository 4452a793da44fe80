using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>What a form says of Support Contacts (SC-3): who is chosen, and what stands in the box. Its names are those of _ContactsField.</summary>
public sealed record ContactsInput
{
    /// <summary>The button that lists who could be added, or takes the addresses in the box.</summary>
    internal const string Search = "search";

    /// <summary>ENTER: takes the addresses in the box, whoever typed them.</summary>
    internal const string Take = "take";

    /// <summary>The letters typed so far: lists who could be added, and takes nothing.</summary>
    internal const string Suggest = "suggest";

    /// <summary>The button beside somebody who can be added; who stands behind it.</summary>
    internal const string Add = "add ";

    /// <summary>The chosen ones, each a partner user's id or an address.</summary>
    public IReadOnlyList<string>? Contacts { get; init; }

    /// <summary>What stands in the box.</summary>
    public string? ContactsTyped { get; init; }

    /// <summary>Which of the field's own buttons was pressed; null when the form itself is sent.</summary>
    public string? ContactsStep { get; init; }

    /// <summary>Nothing is to be saved: the page shows itself again, with ShowContactsField's answer to the step.</summary>
    public bool IsStep => ContactsStep is not null;

    /// <summary>All of them, with the addresses in the box; refused while something else stands there.</summary>
    public Outcome<IReadOnlyList<SupportContact?>> Read()
    {
        var typed = TypedContacts.Read(ContactsTyped);
        if (typed.Bad.Count > 0) return new InvalidTypedEmail();
        return Outcome.Of<IReadOnlyList<SupportContact?>>([.. (Contacts ?? []).Concat(typed.Good).Select(Of)]);
    }

    private static SupportContact Of(string value) => Guid.TryParse(value, out var id) ? new(id, null) : new(null, value);
}
