using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Organizations;

/// <summary>The owner is asked to let the service provider manage the organization (OR-4).</summary>
[MessageText("Handover requested", "To an owner who is asked to let the service provider manage the organization.")]
public sealed record HandoverRequestedEmail(string Organization, string AskedBy, string Url)
    : Message, IMessage<HandoverRequestedEmail>
{
    /// <inheritdoc />
    public static HandoverRequestedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new("Ponte Tech SpA", "Anna Berger", words.LinkTo("/manage/account-information"));
    }
}

/// <summary>Whoever asked for a handover hears what the owner said (OR-4).</summary>
[MessageText("Handover answered", "To whoever asked for a handover, when the owner has answered.")]
public sealed record HandoverAnsweredEmail(string Organization, string Owner, bool IsAccepted)
    : Message, IMessage<HandoverAnsweredEmail>
{
    /// <inheritdoc />
    public static HandoverAnsweredEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new("Ponte Tech SpA", "Marco Rossi", IsAccepted: true);
    }
}

/// <summary>Somebody is an organization's owner from now on (OR-3).</summary>
[MessageText("Ownership received", "To the new owner of an organization.")]
public sealed record OwnershipReceivedEmail(string Organization, string From, string Url)
    : Message, IMessage<OwnershipReceivedEmail>
{
    /// <inheritdoc />
    public static OwnershipReceivedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new("Ponte Tech SpA", "Marco Rossi", words.LinkTo("/manage/account-information"));
    }
}

/// <summary>The former owner has it in writing (OR-3).</summary>
[MessageText("Ownership handed over", "To the former owner of an organization.")]
public sealed record OwnershipHandedOverEmail(string Organization, string To)
    : Message, IMessage<OwnershipHandedOverEmail>
{
    /// <inheritdoc />
    public static OwnershipHandedOverEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new("Ponte Tech SpA", "Giulia Conti");
    }
}
