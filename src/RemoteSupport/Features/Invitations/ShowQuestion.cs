using MediatR;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>The question after a call, in the tenant's own words and the invitation's language (CA-9).</summary>
[OpenToAll]
public sealed record ShowQuestion : IQuery<string>
{
    internal sealed class Handler(GuestTexts texts, IMediator mediator) : IRequestHandler<ShowQuestion, Outcome<string>>
    {
        public async Task<Outcome<string>> Handle(ShowQuestion request, CancellationToken cancellationToken)
        {
            var visit = await mediator.Send(new ShowVisit(), cancellationToken);
            return visit.Value is { } guest ? await texts.QuestionAsync(guest.Link.Company, guest.Link.Language) : new LinkUnknown();
        }
    }
}
