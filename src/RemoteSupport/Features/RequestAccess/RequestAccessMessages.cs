using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>What all messages about access have: one thread a request, the grant's with what lengthens it.</summary>
public abstract record AccessMessage([property: JsonIgnore] Guid About) : Message
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Thread => $"access-{About:N}";
}

/// <summary>Asks the owner to decide (RA-5). For an owner without a password the link leads through activation.</summary>
[MessageText("Access requested", "To the owner (or stand-in) who decides whether a supporter may come in.")]
public sealed record AccessRequestedEmail(
    Guid About, [property: JsonIgnore] SecretLink? Activation, [property: JsonIgnore] string Page, string Requester, string Organization, string Duration, string Note, bool IsForMoreTime, string LapsesAt)
    : AccessMessage(About), IMessage<AccessRequestedEmail>
{
    /// <inheritdoc />
    public static AccessRequestedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, null, words.LinkTo("/manage/remote-support"), "Anna Berger", "Ponte Tech SpA", words.Duration(TimeSpan.FromHours(4)), words.Localizer["The telephones on the second floor have not been ringing since this morning."], IsForMoreTime: false, words.In(TimeSpan.FromDays(1)));
    }

    /// <summary>Where the button leads.</summary>
    public string Url => Activation?.Marker ?? Page;

    /// <summary>Whether a password has to be set first.</summary>
    public bool LeadsThroughActivation => Activation is not null;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => Activation is null ? [] : [Activation];
}

/// <summary>Tells the requester until when, and how long (RA-13); <c>Asked</c> is what was asked, where something else was granted.</summary>
[MessageText("Access approved", "To the supporter who asked, when the owner has approved.")]
public sealed record AccessApprovedEmail(Guid About, string Owner, string Organization, string Duration, string Asked, string Until, bool IsForMoreTime, string Url)
    : AccessMessage(About), IMessage<AccessApprovedEmail>
{
    /// <inheritdoc />
    public static AccessApprovedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, "Marco Rossi", "Ponte Tech SpA", words.Duration(TimeSpan.FromHours(2)), words.Duration(TimeSpan.FromHours(4)), words.In(TimeSpan.FromHours(2)), IsForMoreTime: false, words.LinkTo("/support-hub"));
    }
}

/// <summary>Tells the requester that the owner said no.</summary>
[MessageText("Access rejected", "To the supporter who asked, when the owner has rejected.")]
public sealed record AccessRejectedEmail(Guid About, string Owner, string Organization, string Reason)
    : AccessMessage(About), IMessage<AccessRejectedEmail>
{
    /// <inheritdoc />
    public static AccessRejectedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, "Marco Rossi", "Ponte Tech SpA", words.Localizer["Please call me first."]);
    }
}

/// <summary>Tells the requester that access was taken back: by the owner, or because another side manages the organization now.</summary>
[MessageText("Access revoked", "To the supporter whose access has been taken back.")]
public sealed record AccessRevokedEmail(Guid About, string Owner, string Organization, string Reason, string At, bool ManagedByChanged)
    : AccessMessage(About), IMessage<AccessRevokedEmail>
{
    /// <inheritdoc />
    public static AccessRevokedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, "Marco Rossi", "Ponte Tech SpA", words.Localizer["Please call me first."], words.In(TimeSpan.FromMinutes(-1)), ManagedByChanged: false);
    }
}

/// <summary>Tells the requester that time is nearly over.</summary>
[MessageText("Access ends soon", "To the supporter whose access ends soon.")]
public sealed record AccessEndingEmail(Guid About, string Organization, string Until, string Url)
    : AccessMessage(About), IMessage<AccessEndingEmail>
{
    /// <inheritdoc />
    public static AccessEndingEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, "Ponte Tech SpA", words.In(TimeSpan.FromMinutes(15)), words.LinkTo("/support-hub"));
    }
}

/// <summary>Tells the owner how granted access ended, and who was in on it, each with from when to when.</summary>
[MessageText("Access ended", "To the owner when granted access has ended, with who was in on it.")]
public sealed record AccessEndedEmail(
    Guid About, string Organization, string Requester, string Since, string EndedAt, bool IsRevoked, bool IsReturned, string EndedBy, string Reason, bool HasVisits, IReadOnlyList<string> Visits, string Url)
    : AccessMessage(About), IMessage<AccessEndedEmail>
{
    /// <inheritdoc />
    public static AccessEndedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, "Ponte Tech SpA", "Anna Berger", words.In(TimeSpan.FromHours(-4)), words.In(TimeSpan.Zero), IsRevoked: false, IsReturned: false, "", "", HasVisits: true, [$"{words.In(TimeSpan.FromHours(-3))} – {words.In(TimeSpan.FromHours(-2))}"], words.LinkTo("/manage/remote-support"));
    }
}
