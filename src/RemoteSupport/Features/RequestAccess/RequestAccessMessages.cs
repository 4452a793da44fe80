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
public sealed record AccessRequestedEmail(
    Guid About, [property: JsonIgnore] SecretLink? Activation, [property: JsonIgnore] string Page, string Requester, string Organization, string Duration, string Note, bool IsForMoreTime, string LapsesAt)
    : AccessMessage(About)
{
    /// <summary>Where the button leads.</summary>
    public string Url => Activation?.Marker ?? Page;

    /// <summary>Whether a password has to be set first.</summary>
    public bool LeadsThroughActivation => Activation is not null;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => Activation is null ? [] : [Activation];
}

/// <summary>Tells the requester until when, and how long (RA-13); <c>Asked</c> is what was asked, where something else was granted.</summary>
public sealed record AccessApprovedEmail(Guid About, string Owner, string Organization, string Duration, string Asked, string Until, bool IsForMoreTime, string Url) : AccessMessage(About);

/// <summary>Tells the requester that the owner said no.</summary>
public sealed record AccessRejectedEmail(Guid About, string Owner, string Organization, string Reason) : AccessMessage(About);

/// <summary>Tells the requester that access was taken back: by the owner, or because another side manages the organization now.</summary>
public sealed record AccessRevokedEmail(Guid About, string Owner, string Organization, string Reason, string At, bool ManagedByChanged) : AccessMessage(About);

/// <summary>Tells the requester that time is nearly over.</summary>
public sealed record AccessEndingEmail(Guid About, string Organization, string Until, string Url) : AccessMessage(About);

/// <summary>Tells the owner how granted access ended, and who was in on it, each with from when to when.</summary>
public sealed record AccessEndedEmail(
    Guid About, string Organization, string Requester, string Since, string EndedAt, bool IsRevoked, bool IsReturned, string EndedBy, string Reason, bool HasVisits, IReadOnlyList<string> Visits, string Url)
    : AccessMessage(About);
