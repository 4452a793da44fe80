using MediatR;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Whose password a link would set, or why it cannot. Looking uses nothing up (AC-11).</summary>
[OpenToAll]
public sealed record FindResetLink : IQuery<ResetLinkHolder>
{
    /// <summary>The link's secret.</summary>
    public string? Token { get; init; }

    internal sealed class Handler(AccountLinks links) : IRequestHandler<FindResetLink, Outcome<ResetLinkHolder>>
    {
        public async Task<Outcome<ResetLinkHolder>> Handle(FindResetLink request, CancellationToken cancellationToken)
        {
            var link = await links.FindAsync(ResetLink.Purpose, request.Token);
            return ResetLink.RefusalOf(link) is { } refusal ? refusal : new ResetLinkHolder(link!.Email);
        }
    }
}

/// <summary>Whose account it is, for the browser's password store.</summary>
public sealed record ResetLinkHolder(string Email);
