using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Shows what became of a test (MT-2).</summary>
[Requires(Permission.Tenant)]
public sealed record ShowTestMessage(Guid Id) : IQuery<TestMessage>
{
    internal sealed class Handler(Db db) : IRequestHandler<ShowTestMessage, Outcome<TestMessage>>
    {
        public async Task<Outcome<TestMessage>> Handle(ShowTestMessage request, CancellationToken cancellationToken) =>
            await db.FindAsync<TestMessage>("select id, recipient, state, last_error as reason from messages where id = @Id", request, cancellationToken) is { } found ? found : new NotFound();
    }
}
