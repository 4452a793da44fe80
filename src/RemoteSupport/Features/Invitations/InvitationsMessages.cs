using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Invitations;

/// <summary>Invites a guest into a call by e-mail, in the language chosen for the invitation (IN-2, IN-3).</summary>
[MessageText("Support invitation", "To a guest who is invited into a video call.")]
public sealed record InvitationEmail([property: JsonIgnore] SecretLink Link, string Inviter, string Company, string ExpiresAt)
    : Message, IMessage<InvitationEmail>
{
    /// <inheritdoc />
    public static InvitationEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Link(), "Anna Berger", "Ponte Tech SpA", words.In(TimeSpan.FromDays(1)));
    }

    /// <summary>Where the call begins.</summary>
    public string Url => Link.Marker;

    /// <summary>The topic of the inviter's pages, which follow what becomes of it.</summary>
    [JsonIgnore]
    public string? FollowedOn { get; init; }

    /// <summary>How long its link lives.</summary>
    [JsonIgnore]
    public TimeSpan Life { get; init; } = TimeSpan.FromDays(1);

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => [Link];

    /// <inheritdoc />
    [JsonIgnore]
    public override TimeSpan WorthSendingFor => Life;

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Topic => FollowedOn;
}

/// <summary>Invites a guest into a call by SMS (IN-3): as short as it can be, for each segment costs.</summary>
[MessageText("Support invitation", "To a guest who is invited into a video call.")]
public sealed record InvitationSms([property: JsonIgnore] SecretLink Link, string Inviter, string Company)
    : Message, IMessage<InvitationSms>
{
    /// <inheritdoc />
    public static InvitationSms Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Link(), "Anna Berger", "Ponte Tech SpA");
    }

    /// <summary>Where the call begins.</summary>
    public string Url => Link.Marker;

    /// <summary>The topic of the inviter's pages, which follow what becomes of it.</summary>
    [JsonIgnore]
    public string? FollowedOn { get; init; }

    /// <summary>How long its link lives.</summary>
    [JsonIgnore]
    public TimeSpan Life { get; init; } = TimeSpan.FromDays(1);

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => [Link];

    /// <inheritdoc />
    [JsonIgnore]
    public override TimeSpan WorthSendingFor => Life;

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Topic => FollowedOn;
}

/// <summary>What a guest reads and accepts before the first call (IN-4).</summary>
[MessageText("Privacy terms", "Read and accepted by a guest before the first call.")]
public sealed record PrivacyTermsPage(string Company) : Message, IMessage<PrivacyTermsPage>
{
    /// <inheritdoc />
    public static PrivacyTermsPage Sample(SampleWords words) => new("Ponte Tech SpA");
}

/// <summary>What a guest is asked after a call, answered from 0 to 10 (CA-9).</summary>
[MessageText("NPS question", "Asked of a guest after a call, answered from 0 to 10.")]
public sealed record NpsQuestionPage(string Company) : Message, IMessage<NpsQuestionPage>
{
    /// <inheritdoc />
    public static NpsQuestionPage Sample(SampleWords words) => new("Ponte Tech SpA");
}
